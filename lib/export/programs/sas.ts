import { asComment, type Described, exponentsOf, inOneLine } from "./described";

const tests: Record<string, string> = {
  logRank: "logrank",
  gehanBreslow: "wilcoxon",
  taroneWare: "tarone",
  petoPetoModifiedKM: "peto",
  modifiedPeto: "modpeto",
};
const intervals: Record<Described["interval"]["type"], string> = {
  "log-log": "loglog",
  log: "log",
  plain: "linear",
  logit: "logit",
  arcsine: "asinsqrt",
};

/** A text as SAS reads it, without macros. */
const text = (value: string): string => `'${inOneLine(value).replaceAll("'", "''")}'`;

/** Curve, test and model of each panel by PROC LIFETEST and PROC PHREG. */
export const sasProgram = (panels: readonly Described[], file: string): string[] => [
  "/* Not run by us: written for SAS/STAT 14 or later in a UTF-8 session. */",
  `proc import datafile="${file}" out=cohort dbms=csv replace; guessingrows=max; run;`,
  ...panels.flatMap(panelInSas),
];

function panelInSas({ title, time, event, group, strata, test, interval }: Described, place: number): string[] {
  const names = [time, event, ...(group ? [group.column] : []), ...(strata ? [strata] : [])];
  const heading = `/* ${asComment(title)} */`;
  if (names.some((name) => name.length > 32))
    return ["", heading, "/* Left out: SAS takes names of 32 letters at most. */"];
  const data = `panel${place + 1}`;
  const known = names.filter((name) => name !== event).map((name) => `not missing(${name})`);
  const alpha = Number((1 - interval.level).toPrecision(12));
  const exponents = test === null ? null : exponentsOf(test);
  const chosen = test === null ? null : exponents ? `fleming(${exponents.join(", ")})` : (tests[test] ?? null);
  const compared = !group
    ? []
    : strata
      ? [`  strata ${strata} / group=_level${chosen ? ` test=${chosen}` : ""};`]
      : [`  strata _level${chosen ? ` / test=${chosen}` : ""};`];
  return [
    "",
    heading,
    `data ${data}; set cohort; if ${known.join(" and ")}; _died = (${event} = 1);`,
    // Levels are read as text, whatever they look like.
    ...(group ? [`  length _level $ 200; _level = strip(vvalue(${group.column}));`] : []),
    "run;",
    ...(strata ? ["/* Curves are of groups within strata here; those of the panel are of the groups. */"] : []),
    `proc lifetest data=${data} conftype=${intervals[interval.type]} alpha=${alpha} plots=survival(atrisk);`,
    `  time ${time}*_died(0);`,
    ...compared,
    "run;",
    ...(group && group.levels.length > 1
      ? [
          `proc phreg data=${data};`,
          `  class _level(ref=${text(group.reference)}) / param=ref;`,
          `  model ${time}*_died(0) = _level / ties=efron risklimits alpha=${alpha};`,
          ...(strata ? [`  strata ${strata};`] : []),
          "run;",
        ]
      : []),
  ];
}
