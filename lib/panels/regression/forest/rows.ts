import type { PanelOf } from "../../../board/panelForms/registry";
import type { Coefficient } from "../../../survival";
import type { Metrics } from "../../sheet/sheet";
import type { RegressionLine } from "../result";
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
export function rowsOf(lines: readonly RegressionLine[], { show }: Options, from: number, { row }: Metrics): Row[] {
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

/** The lines of each page of so much room: a covariate stands on one with its levels where a page holds it. */
export function pagesOf(rows: readonly Row[], room: number): RegressionLine[][] {
  const covariates: Row[][] = [];
  for (const row of rows) {
    if (covariates.length === 0 || row.line.kind === "head" || !isLevel(row.line)) covariates.push([]);
    covariates.at(-1)?.push(row);
  }
  const pages: RegressionLine[][] = [[]];
  let free = room;
  const height = (of: readonly Row[]) => of.reduce((sum, each) => sum + each.height, 0);
  for (const covariate of covariates) {
    const together = height(covariate) <= room;
    for (const part of together ? [covariate] : covariate.map((row) => [row])) {
      if (height(part) > free && (pages.at(-1)?.length ?? 0) > 0) {
        pages.push([]);
        free = room;
      }
      pages.at(-1)?.push(...part.map(({ line }) => line));
      free -= height(part);
    }
  }
  return pages;
}

/** Levels stand under the name of their covariate. */
export const isLevel = ({ kind, alone, together }: RegressionLine): boolean =>
  kind === "reference" || (kind === "estimate" && (alone?.level ?? together?.level ?? null) !== null && alone !== null);
