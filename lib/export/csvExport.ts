import type { KaplanMeierResult } from "../panels/kaplanMeier/result";
import { curveLimits } from "../survival";
import { csvRow } from "./csvRow";
import type { FigureExport } from "./figureExport";

/** The steps of the curves as numbers, for checking and for other programs. */
export const csvExport: FigureExport = {
  id: "csv",
  label: "CSV, steps of the curves",
  extension: "csv",
  write: async ({ result }) => new Blob([curveCsv(result)], { type: "text/csv;charset=utf-8" }),
};

const header = ["group", "time", "n.risk", "n.event", "n.censor", "survival", "std.err", "lower", "upper"];

/**
 * One line per group and distinct time of follow-up, named as R's `summary(survfit)`, at full precision; NA where there is no value.
 * `std.err` is that of Ŝ(t); limits are of the type and level of the result.
 */
export function curveCsv({ groups, confidence }: KaplanMeierResult): string {
  const lines = groups.flatMap(({ label, curve }) => {
    const { lower, upper } = curveLimits(curve, confidence);
    return Array.from(curve.time, (time, index) =>
      csvRow([
        label,
        time,
        curve.nRisk[index],
        curve.nEvent[index],
        curve.nCensor[index],
        curve.survival[index],
        curve.stdErr[index],
        lower[index],
        upper[index],
      ]),
    );
  });
  return [csvRow(header), ...lines, ""].join("\r\n");
}
