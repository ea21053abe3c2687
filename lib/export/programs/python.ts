import { asComment, type Described, exponentsOf } from "./described";

const weightings: Record<string, string> = {
  logRank: "",
  gehanBreslow: ', weightings="wilcoxon"',
  taroneWare: ', weightings="tarone-ware"',
  petoPetoModifiedKM: ', weightings="peto"',
};

/** A text as Python reads it. */
const text = (value: string): string => JSON.stringify(value);

/** Curve, test and model of each panel by lifelines. */
export const pythonProgram = (panels: readonly Described[], file: string): string[] => [
  "# Not run by us: written for lifelines 0.27 or later with pandas.",
  "import pandas as pd",
  "from lifelines import CoxPHFitter, KaplanMeierFitter",
  "from lifelines.statistics import multivariate_logrank_test",
  "from lifelines.utils import median_survival_times",
  "",
  `cohort = pd.read_csv(${text(file)}, dtype=str, keep_default_na=False, encoding="utf-8")`,
  ...panels.flatMap(panelInPython),
];

function panelInPython({ title, label, time, event, group, strata, test, interval }: Described): string[] {
  const used = [time, ...(group ? [group.column] : []), ...(strata ? [strata] : [])];
  const alpha = Number((1 - interval.level).toPrecision(12));
  const others = group ? group.levels.filter((level) => level !== group.reference) : [];
  return [
    "",
    `# ${asComment(title)}`,
    `dat = cohort[(cohort[${JSON.stringify(used)}] != "").all(axis=1)].copy()`,
    `dat["_time"] = pd.to_numeric(dat[${text(time)}])`,
    `dat["_event"] = dat[${text(event)}] == "1"`,
    ...(interval.type === "log-log"
      ? []
      : ["# lifelines has log(-log) intervals alone: those of the panel are others."]),
    `for level in ${group ? JSON.stringify(group.levels) : "[None]"}:`,
    `    own = dat if level is None else dat[dat[${text(group?.column ?? "")}] == level]`,
    `    km = KaplanMeierFitter(alpha=${alpha}, label=${group ? "level" : text(label)})`,
    '    km.fit(own["_time"], own["_event"])',
    '    print(level, len(own), int(own["_event"].sum()), km.median_survival_time_)',
    "    print(median_survival_times(km.confidence_interval_))",
    ...(group && test !== null ? testInPython(test, group.column, strata) : []),
    ...(group && others.length > 0
      ? [
          'model = dat[["_time", "_event"]].copy()',
          ...others.map(
            (level) =>
              `model[${text(`${level} v ${group.reference}`)}] = (dat[${text(group.column)}] == ${text(level)}).astype(float)`,
          ),
          ...(strata ? [`model[${text(strata)}] = dat[${text(strata)}]`] : []),
          `CoxPHFitter(alpha=${alpha}).fit(model, "_time", "_event"${strata ? `, strata=[${text(strata)}]` : ""}).print_summary()`,
        ]
      : []),
  ];
}

function testInPython(test: string, column: string, strata: string | null): string[] {
  if (strata !== null) return ["# lifelines has no stratified log-rank test."];
  const exponents = exponentsOf(test);
  const weighting = exponents
    ? `, weightings="fleming-harrington", p=${exponents[0]}, q=${exponents[1]}`
    : weightings[test];
  return weighting === undefined
    ? ["# lifelines has no test of such weights."]
    : [`multivariate_logrank_test(dat["_time"], dat[${text(column)}], dat["_event"]${weighting}).print_summary()`];
}
