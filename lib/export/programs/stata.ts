import { asComment, type Described, exponentsOf, inOneLine } from "./described";

const tests: Record<string, string> = {
  logRank: "logrank",
  gehanBreslow: "wilcoxon",
  taroneWare: "tware",
  petoPetoModifiedKM: "peto",
};

/** A text as Stata reads it: quotes and what begins a macro by number. */
const text = (value: string): string =>
  inOneLine(value)
    .split(/([`"$])/)
    .map((piece) => (/^[`"$]$/.test(piece) ? `char(${piece.charCodeAt(0)})` : `"${piece}"`))
    .join(" + ");

/** Curve, test and model of each panel by Stata’s st commands. */
export const stataProgram = (panels: readonly Described[], file: string): string[] => [
  "* Not run by us: written for Stata 14 or later. Stata leaves out patients whose follow-up is 0.",
  ...panels.flatMap((panel) => panelInStata(panel, file)),
];

function panelInStata({ title, time, event, group, strata, test, interval }: Described, file: string): string[] {
  const names = [time, event, ...(group ? [group.column] : []), ...(strata ? [strata] : [])];
  const heading = `* ${asComment(title)}`;
  if (names.some((name) => name.length > 32))
    return ["", heading, "* Left out: Stata takes names of 32 letters at most."];
  const level = Number((interval.level * 100).toPrecision(12));
  const reference = group ? group.levels.indexOf(group.reference) + 1 : 0;
  const exponents = test === null ? null : exponentsOf(test);
  const chosen = test === null ? null : exponents ? `fh(${exponents.join(" ")})` : tests[test];
  const within = strata ? ` strata(_stratum)` : "";
  return [
    "",
    heading,
    `import delimited "${file}", clear varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) stringcols(_all)`,
    `keep if ${names
      .filter((name) => name !== event)
      .map((name) => `${name} != ""`)
      .join(" & ")}`,
    `destring ${time} ${event}, replace`,
    ...(group
      ? [
          "gen byte _level = .",
          ...group.levels.map((each, place) => `replace _level = ${place + 1} if ${group.column} == (${text(each)})`),
        ]
      : []),
    ...(strata ? [`encode ${strata}, gen(_stratum)`] : []),
    `stset ${time}, failure(${event} == 1)`,
    `sts graph${group ? ", by(_level) risktable censored(single)" : ", risktable censored(single)"}`,
    `stci, level(${level})${group ? " by(_level)" : ""}`,
    ...(group && test !== null
      ? [chosen ? `sts test _level, ${chosen}${within}` : "* Stata has no test of such weights."]
      : []),
    ...(group && group.levels.length > 1 ? [`stcox ib${reference}._level, efron level(${level})${within}`] : []),
  ];
}
