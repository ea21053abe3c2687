import type { FigureOptions } from "../../../board/figureOptions";
import type { PanelOf } from "../../../board/panelForms/registry";
import type { KaplanMeierResult } from "../../../panels/kaplanMeier/result";
import { rText, rTexts } from "../rText";

/** What R calls the scales of the figure; survival is what it draws unasked. */
const scales: Record<FigureOptions["scale"], string> = {
  survival: "",
  failure: ', fun = "event"',
  cumulativeHazard: ', fun = "cumhaz"',
  logLog: ', fun = "cloglog"',
};

/** The curves of `km` as R draws them, censored patients marked. */
export function plotInR(
  { figure }: PanelOf<"kaplanMeier">,
  { groups, endpoint }: Pick<KaplanMeierResult, "groups" | "endpoint">,
  title: string,
): string[] {
  const several = groups.length > 1;
  const colors = several ? `, col = ${`seq_len(${groups.length})`}` : ", conf.int = FALSE";
  return [
    `plot(km, mark.time = TRUE${colors}${scales[figure.scale]}, main = ${rText(title)}, xlab = ${rText(`Time, ${endpoint.unit}`)}, ylab = ${rText(endpoint.label)})`,
    ...(several
      ? [
          `legend("topright", legend = ${rTexts(groups.map(({ label }) => label))}, col = seq_len(${groups.length}), lty = 1, bty = "n")`,
        ]
      : []),
  ];
}
