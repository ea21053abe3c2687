import type { PanelOf } from "../../../board/panelForms/registry";
import type { Coefficient } from "../../../survival";
import type { Metrics } from "../../sheet/sheet";
import type { RegressionLine, RegressionResult } from "../result";

export type Options = PanelOf<"regression">["figure"];

/** A row of the drawing: a line of the table, or one of its two models where both are shown. */
export interface Row {
  line: RegressionLine;
  top: number;
  height: number;
  marks: { coefficient: Coefficient; model: "alone" | "together"; middle: number }[];
}

/** The rows from a height on, one below the other. */
export function rowsOf({ lines }: RegressionResult, { show }: Options, from: number, { row }: Metrics): Row[] {
  let top = from;
  return lines.map((line) => {
    const models = show === "both" ? (["alone", "together"] as const) : ([show] as const);
    const found = models.flatMap((model) => {
      const coefficient = line[model];
      return coefficient ? [{ coefficient, model }] : [];
    });
    const height = row * 1.3 * Math.max(1, found.length);
    const made = {
      line,
      top,
      height,
      marks: found.map((each, m) => ({ ...each, middle: top + (height * (m + 0.5)) / found.length })),
    };
    top += height;
    return made;
  });
}
