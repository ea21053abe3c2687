import type { PanelOf } from "../../../board/panelForms/registry";
import type { Coefficient } from "../../../survival";
import type { Metrics } from "../../sheet/sheet";
import type { RegressionLine, RegressionResult } from "../result";
import { countsText, pText } from "../words";

export type Options = PanelOf<"regression">["figure"];

/** A number of a row at its height. */
interface Cell {
  text: string;
  middle: number;
  model: "alone" | "together";
}

/**
 * A row of the drawing: a line of the table, or one of its two models where both are shown, with the patients and P of
 * each.
 */
export interface Row {
  line: RegressionLine;
  top: number;
  height: number;
  marks: { coefficient: Coefficient; model: "alone" | "together"; middle: number }[];
  counts: Cell[];
  ps: Cell[];
}

/** The rows from a height on, one below the other. */
export function rowsOf({ lines }: RegressionResult, { show }: Options, from: number, { row }: Metrics): Row[] {
  let top = from;
  const shown = show === "both" ? (["alone", "together"] as const) : ([show] as const);
  return lines.map((line) => {
    const counts = shown.flatMap((model) =>
      line.counts[model] ? [{ model, text: countsText(line.counts[model]) }] : [],
    );
    const differ = new Set(counts.map(({ text }) => text)).size > 1;
    const used = shown.filter((model) => line[model] || line.whole?.[model] || (differ && line.counts[model]));
    const height = row * 1.3 * Math.max(1, used.length);
    const start = top;
    const middleOf = (model: Cell["model"]) => start + (height * (used.indexOf(model) + 0.5)) / used.length;
    top += height;
    return {
      line,
      top: start,
      height,
      marks: used.flatMap((model) => {
        const coefficient = line[model];
        return coefficient ? [{ coefficient, model, middle: middleOf(model) }] : [];
      }),
      // Counts that both models share stand once.
      counts: differ
        ? counts.map((each) => ({ ...each, middle: middleOf(each.model) }))
        : counts.slice(-1).map((each) => ({ ...each, model: "together" as const, middle: start + height / 2 })),
      ps: used.flatMap((model) => {
        const text = pText(line, model);
        return text === "" ? [] : [{ text, model, middle: middleOf(model) }];
      }),
    };
  });
}
