import type { KaplanMeierResult } from "../../../panels/kaplanMeier/result";
import { type Cells, check } from "../checked";
import type { Block } from "../patientsInR";
import { rComment, rNumber } from "../rText";

/** The rows of each patient in two groups, before the change and after it; a change exactly at an event is none yet. */
export const spellsInR: string[] = [
  rComment(
    "Each patient stands before the change and after it; who never changes, or only when follow-up ends, before it.",
  ),
  "unsplit <- dat",
  "changes <- !is.na(dat$changed) & dat$changed < dat$time",
  "at_once <- changes & dat$changed <= pmax(0, dat$entry)",
  "before <- dat[!at_once, ]",
  "leaves <- changes[!at_once]",
  "before$time[leaves] <- before$changed[leaves]",
  "before$cause[leaves] <- 0",
  "after <- dat[changes, ]",
  "after$entry <- ifelse(at_once[changes], after$entry, after$changed)",
  'before$group <- factor("before", levels = c("before", "after"))',
  'after$group <- factor("after", levels = c("before", "after"))',
  "dat <- droplevels(rbind(before, after))",
  "dat$event <- dat$cause == 1",
];

/** The two groups of a cut that was searched for. */
export const cutInR = ({ cut }: NonNullable<KaplanMeierResult["cut"]>): string[] => [
  rComment("Two groups at the cut that the search found; who has no value is in none."),
  "dat <- dat[!is.na(dat$value), ]",
  `dat$group <- factor(dat$value > ${rNumber(cut)}, levels = c(FALSE, TRUE), labels = c("low", "high"))`,
];

/** The search itself by maxstat, with its corrections of P; the Gaussian one is an integral that R estimates by chance. */
export function searchInR({ cut, test }: KaplanMeierResult): Block["further"] {
  if (!cut || test?.kind !== "tested") return undefined;
  const { p, shares, statistic } = cut;
  const largest = / largest \|Z\|$/;
  const corrected = (says: string, method: string, value: number, cells: Cells) =>
    check(says, [value], (of) => `near(searched("${method}")$p.value, ${of})`, cells);
  const line = (name: string): Cells => ({ quantity: new RegExp(`^P, ${name}`), column: "p" });
  return {
    needs: "maxstat",
    lines: [
      "searched <- function(correction) {",
      "  set.seed(1)",
      '  maxstat::maxstat.test(Surv(time, event) ~ value, data = dat, smethod = "LogRank", pmethod = correction,',
      `    minprop = ${shares[0]}, maxprop = ${shares[1]})`,
      "}",
      'print(searched("Lau94"))',
    ],
    checks: [
      check("the cut", [cut.cut], (value) => `near(searched("none")$estimate, ${value})`),
      check("its statistic", [statistic], (value) => `near(searched("none")$statistic, ${value})`, {
        quantity: largest,
        column: "value",
      }),
      ...(p.gaussian === null
        ? []
        : [
            check(
              "P corrected for the search",
              [p.gaussian],
              (of) => `abs(suppressWarnings(searched("exactGauss")$p.value) - ${of}) < 5e-3`,
              { quantity: largest, column: "p" },
            ),
          ]),
      corrected("P, Lausen and Schumacher 1992", "Lau92", p.lausen1992, line("Lausen–Schumacher 1992")),
      corrected("P, improved Bonferroni 1994", "Lau94", p.lausen1994, line("improved Bonferroni 1994")),
      ...(p.hothornLausen === null
        ? []
        : [corrected("P, bound of Hothorn and Lausen", "HL", p.hothornLausen, line("Hothorn–Lausen"))]),
    ],
  };
}
