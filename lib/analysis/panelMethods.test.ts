import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hasEndpoint, type PanelKindId, type PanelOf } from "../board/panelForms/registry";
import { rowMarks } from "../cohort/correctedRow";
import { boardFrom, tableFrom } from "../cohort/testing";
import type { CharacteristicsResult } from "../panels/characteristics/result";
import { testNames } from "../panels/characteristics/words";
import { methodIds } from "../panels/methods/methods";
import { methodsInWords } from "../panels/methods/paragraph";
import type { NumberTable } from "../panels/report";
import { shownKinds } from "../panels/shownKinds";
import type { SubgroupsResult } from "../panels/subgroups/result";
import { analyze } from "./analyze";

/**
 * The methods paragraph against the numbers, both ways: what a number is called, and what its method is called. Neither
 * stands without the other, for every kind of panel with every option.
 */
type Pair = [number: RegExp, method: RegExp];

const lung = readFileSync(new URL("../survival/reference/data/lung.csv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split(","));
const column = (name: string) => lung[0].indexOf(name);
const more = (cells: string[], row: number) => [
  // Deaths in two kinds, counts and sampling weights, a change of group, and a level in which nobody dies.
  cells[column("event")] === "0" ? "alive" : row % 4 === 0 ? "other death" : "cancer death",
  1 + (Number(cells[column("age")]) % 3),
  0.5 + (Number(cells[column("age")]) % 5) / 8,
  row % 3 === 0 ? Math.round(Number(cells[column("time")]) / 2) : "",
  cells[column("event")] === "0" && row % 2 === 0 ? "spared" : row % 2 ? "left" : "right",
  ["Partial response", "SD", "SD", "PD", "NE", ""][row % 6],
  ["-45", "-10", "12", "40", "", ""][row % 6],
  row % 2 === 0 ? "mutated" : "wild type",
  row % 5 === 0 ? "" : row % 3 === 0 ? "loss" : "intact",
  ...spellOf(cells, row),
];
/** Whose each row is and since when: who is followed on in the next row, where that can be, is one patient in two. */
function spellOf(cells: string[], row: number): string[] {
  const [before, own] = [lung[row - 1] ?? [], (name: string) => cells[column(name)] ?? ""];
  const was = (name: string) => before[column(name)] ?? "";
  const follows =
    row % 2 === 0 && was("event") === "0" && was("sex") === own("sex") && Number(own("time")) > Number(was("time"));
  return follows ? [String(row - 1), was("time")] : [String(row), own("inst")];
}
const table = await tableFrom(
  lung
    .map((cells, row) =>
      [
        ...cells,
        ...(row === 0
          ? ["status", "count", "sampling", "change", "side", "best", "shrunk", "tp53", "rb1", "whose", "since"]
          : more(cells, row)),
      ].join(","),
    )
    .join("\n"),
);

const timed = (id: string, label: string, event: object, and: object = {}) => ({
  ...{ id, label, origin: "enrolment", event },
  time: { from: "column", column: "time", unit: "days" },
  ...and,
});
const died = {
  column: "event",
  coding: [
    { value: "1", as: "event" },
    { value: "0", as: "censored" },
  ],
};
const ofCancer = {
  column: "status",
  coding: [
    { value: "cancer death", as: "event" },
    { value: "other death", as: "competing", cause: "Death of another cause" },
    { value: "alive", as: "censored" },
  ],
};
const score = {
  ...{ id: "frailty", label: "frailty", citation: "Doe 2020, J Test", rules: [] },
  factors: [
    { id: "a", label: "Age", column: "age", unit: "years", points: 1, when: { op: ">=", value: 65 } },
    { id: "b", label: "Performance", column: "ph_karno", points: 1, when: { op: "<", value: 80 } },
  ],
  groups: [
    { label: "fit", min: null, max: 0 },
    { label: "weak", min: 1, max: 1 },
    { label: "frail", min: 2, max: null },
  ],
};

const kindOf = (panel: object) => ("kind" in panel ? (panel.kind as PanelKindId) : "kaplanMeier");

function shown(panel: object, endpointMore: object = {}, boardMore: object = {}) {
  const endpoints = [
    timed("os", "Overall survival", died, endpointMore),
    timed("cancer", "Time to death of cancer", ofCancer, endpointMore),
  ];
  const board = boardFrom({
    endpoints,
    scores: [score],
    panels: [{ id: "p", ...(hasEndpoint(kindOf(panel)) ? { endpoint: "os" } : undefined), ...panel }],
    ...boardMore,
  });
  const [view] = analyze(table, board).panels;
  if (view.state !== "ready") throw new Error(JSON.stringify(view));
  const { methods, statistics, numbers } = shownKinds[view.panel.kind];
  const { caption, header, rows } = statistics(view.result);
  const filled = header.filter((_, at) => at > 0 && rows.some((cells) => cells[at] !== ""));
  const { result } = view;
  const ofModel =
    result.kind === "regression"
      ? [
          ...filled.filter((name) => name.length > 1 && !/^(n|Events)$/.test(name)),
          ...caption.split("; "),
          ...(Number.isNaN(result.joint?.aic ?? Number.NaN) ? [] : ["AIC"]),
          ...(result.residuals.length > 0 ? ["residuals"] : []),
          ...(result.joint?.penalized || result.terms.some(({ penalizedAlone }) => penalizedAlone) ? ["Firth"] : []),
          ...(result.search === null ? [] : ["removed"]),
        ]
      : result.kind === "characteristics"
        ? quantitiesOfTable(result)
        : result.kind === "subgroups"
          ? quantitiesOfSubgroups(result)
          : null;
  return {
    ids: methods(view.result, view.panel).map(({ id }) => id),
    methods: methodsInWords(methods(view.result, view.panel)),
    quantities: ofModel ?? quantitiesOfNumbers(numbers(view.result), view.result.endpoint?.label),
  };
}

/** What the lines of numbers are of: the quantity, and the small figure and another endpoint that have columns of their own. */
function quantitiesOfNumbers({ header, rows }: NumberTable, first: string | undefined): string[] {
  const [subgroup, endpoint] = ["subgroup", "endpoint"].map((name) => header.indexOf(name));
  return rows.flatMap((row) => [
    String(row[0]),
    ...(row[subgroup] ? [`small figure ${row[subgroup]}`] : []),
    ...(row[endpoint] && row[endpoint] !== first ? [`second endpoint ${row[endpoint]}`] : []),
  ]);
}

/** Columns of the table of numbers that hold one, and whether somebody lacks a value. */
function quantitiesOfSubgroups(result: SubgroupsResult): string[] {
  const { header, rows } = shownKinds.subgroups.numbers(result);
  const held = header.filter((_, at) => rows.some((row) => typeof row[at] === "number" && !Number.isNaN(row[at])));
  return [...held, ...(result.variables.some(({ missing }) => missing > 0) ? ["without a value"] : [])];
}

/** Columns of the table of numbers that hold one, the tests named, and what of each differs in kind. */
function quantitiesOfTable(result: CharacteristicsResult): string[] {
  const { header, rows } = shownKinds.characteristics.numbers(result);
  const held = header.filter((_, at) => at > 3 && rows.some((row) => row[at] !== "" && !Number.isNaN(row[at])));
  const ways = result.rows.map((row) => (row.kind === "numbers" ? row.way : "levels"));
  const tests = result.p ? result.rows.flatMap(({ test }) => (test ? [testNames[test.id]] : [])) : [];
  return [...held, ...ways, ...tests, ...(tests.length > 1 ? ["several tests"] : [])];
}

/** Fields of a panel that name it or say how it is drawn. */
const drawn = {
  id: [],
  kind: [],
  title: [{ title: "Mine" }],
  notes: [{ notes: "Begin with the follow-up." }],
  endpoint: [],
};
type Options<P> = { [Field in keyof P]: object[] };

const survivalPairs: Pair[] = [
  [/^(patients|events)$/, /Kaplan–Meier method \(Kaplan and Meier 1958\)|those of Simon and Makuch/],
  [/^(effective n|sum of )/, /^Beside the patients counted stand the sums of their weights/],
  [/^median$/, /^Medians have .*\(Brookmeyer and Crowley 1982\)/],
  [/^Log-rank chi-square/, /by the two-sided log-rank test/],
  [/^Mantel–Byar chi-square/, /by the two-sided Mantel–Byar test/],
  [/^Gehan–Breslow chi-square/, /by the two-sided Gehan–Breslow test, which weighs .*\(Gehan 1965; Breslow 1970\)/],
  [/^Fleming–Harrington .* chi-square/, /by the two-sided Fleming–Harrington \(0, 1\) test/],
  [/^MaxCombo largest/, /by the MaxCombo test/],
  [/^Maximally selected log-rank largest/, /maximally selected log-rank statistic, with P corrected/],
  [/^P, (Lausen|improved|Hothorn)/, /^Other corrections given beside it/],
  [/^permutation$/, /^A permutation P .* assumes that censoring and entry are alike/],
  [/^trend z$/, /^A trend over the ordered groups was tested by the (log-rank|Mantel–Byar) test/],
  [/^hazard ratio v/, /^Hazard ratios \(reference: .* come from a Cox model/],
  [/^hazard ratio by Firth/, /Firth’s penalized likelihood .* penalized likelihood-ratio P/],
  [/^proportional hazards$/, /^Proportional hazards were checked/],
  [/^pair v/, /^Every two groups were compared/],
  [/^survival at [\d.]+$/, /^Values at chosen times/],
  [/^difference at/, /^Differences at a time/],
  [/given alive at/, /^Conditional estimates are of the patients alive and followed/],
  [/^restricted mean up to/, /^Restricted means are areas under the curves/],
  [/^((difference|ratio) of medians|resamples with a median not reached)/, /^Differences and ratios of medians/],
  [/^(difference|ratio) of restricted means/, /^Differences and ratios of restricted means/],
  [/^(rate per 100 )?person-years$/, /^Rates are events by the time all patients .* Poisson intervals/],
  [/^median follow-up$/, /^Median follow-up was estimated/],
  [
    /^second endpoint Time to death of cancer \(cause-specific\)$/,
    /^Time to death of cancer \(cause-specific\) was estimated by the same methods/,
  ],
  [/^small figure sex: /i, /^Whatever is given of each sex was computed by the same methods of its patients alone/],
];

const bySex = { kind: "kaplanMeier", group: { column: "sex" } };
const survivalOptions: Options<PanelOf<"kaplanMeier">> = {
  ...drawn,
  endpoint: [{ endpoint: "cancer" }],
  group: [
    { group: null },
    { group: { column: "ecog_f" } },
    { group: { score: "frailty" } },
    { group: { column: "side" } },
  ],
  test: [{ test: "gehanBreslow" }, { test: "flemingHarrington(0, 1)" }, { test: "maxCombo" }],
  changes: [{ changes: { column: "change" }, group: null }],
  cut: [{ cut: { of: { column: "age" } }, group: null }],
  strata: [{ strata: { column: "ecog_f" } }],
  permutation: [
    { permutation: { count: 200 } },
    { permutation: { count: 200 }, cut: { of: { column: "age" } }, group: null },
  ],
  medians: [{ medians: { count: 1000 } }],
  adjust: [{ adjust: "benjaminiHochberg", group: { column: "ecog_f" } }],
  split: [{ split: { column: "sex" }, group: { column: "ecog_f" } }],
  also: [{ also: "cancer" }],
  landmark: [{ landmark: 60 }],
  censorAt: [{ censorAt: 500 }],
  tau: [{ tau: 365 }],
  givenAliveAt: [{ givenAliveAt: 100, figure: { milestones: [365] } }],
  reference: [{ reference: "Male" }],
  figure: [
    { figure: { milestones: [180, 365] } },
    { figure: { confidenceLevel: 0.9, confidenceType: "plain" } },
    { figure: { scale: "cumulativeHazard" } },
  ],
};

const incidencePairs: Pair[] = [
  [/^(patients|events)$/, /^Cumulative incidence was estimated by the Aalen–Johansen method/],
  [/^incidence at/, /^Values at chosen times/],
  [/^Gray chi-square$/, /by Gray’s test \(Gray 1988\)/],
  [/^subdistribution hazard ratio$/, /^Subdistribution hazard ratios .* Fine–Gray models/],
  [/^cause-specific hazard ratio$/, /^Cause-specific hazard ratios .* Cox models/],
];
const incidence = { kind: "cumulativeIncidence", endpoint: "cancer", group: { column: "sex" } };
const incidenceOptions: Options<PanelOf<"cumulativeIncidence">> = {
  ...drawn,
  endpoint: [{ endpoint: "os" }],
  group: [{ group: null }, { group: { score: "frailty" } }],
  causes: [{ causes: "all" }],
  landmark: [{ landmark: 60 }],
  censorAt: [{ censorAt: 500 }],
  reference: [{ reference: "Male" }],
  figure: [{ figure: { milestones: [180] } }, { figure: { confidenceLevel: 0.9 } }],
};

const regressionPairs: Pair[] = [
  [/^(Alone|Together), HR/, /^Hazard ratios were estimated by Cox regression/],
  [/^PH test P$/, /^Proportional hazards were checked/],
  [
    /^(penalized )?likelihood ratio P/,
    /^The model of all was tested against none by the (penalized )?likelihood-ratio test/,
  ],
  [/^robust Wald test P/, /^The model of all was tested against none by the robust Wald test/],
  [/Harrell’s C/, /^Its discrimination is Harrell’s C/],
  [
    /all its coefficients at once \(likelihood ratio\)|Interaction .*: likelihood ratio P/,
    /tested as a whole by likelihood-ratio tests/,
  ],
  [/^AIC$/, /^Its AIC is/],
  [/^residuals$/, /^Scaled Schoenfeld residuals/],
  [/^Firth$/, /^Firth’s penalized likelihood was used/],
  [/^removed/, /backward elimination/],
];
const age = { id: "age", of: { column: "age" }, coding: { kind: "perUnit", per: 10 } };
const sexes = { id: "sex", of: { column: "sex" }, coding: { kind: "levels" } };
const sides = { id: "side", of: { column: "side" }, coding: { kind: "levels" } };
const ecog = { id: "ecog", of: { column: "ecog_f" }, coding: { kind: "levels" } };
const regression = { kind: "regression", terms: [age, sexes] };
const regressionOptions: Options<PanelOf<"regression">> = {
  ...drawn,
  endpoint: [{ endpoint: "cancer" }],
  terms: [
    { terms: [] },
    { terms: [age] },
    { terms: [sexes, sides] },
    { terms: [{ ...age, of: { score: "frailty" } }] },
  ],
  interactions: [{ interactions: [["age", "sex"]] }],
  strata: [{ strata: { column: "ecog_f" } }],
  level: [{ level: 0.9 }],
  firth: [{ firth: "always" }, { firth: "never", terms: [sexes, sides] }],
  selection: [{ selection: { by: "aic" }, terms: [age, sexes, ecog] }, { selection: { by: "p" } }],
  figure: [{ figure: { show: "both" } }],
};

const subgroupPairs: Pair[] = [
  [
    /^((n|events) (compared|reference)|coef|se|hr|lower|upper)$/,
    /^Hazard ratios, .* come from Cox models .*: in all patients/,
  ],
  [/^(df|p) interaction$/, /^Whether the ratio differs between the levels of a column was tested by/],
  [/^without a value$/, /^Patients without a value of a column are in none of its subgroups/],
];
const subgroups = { kind: "subgroups", group: { column: "sex" }, by: [{ column: "ecog_f" }] };
const subgroupOptions: Options<PanelOf<"subgroups">> = {
  ...drawn,
  endpoint: [{ endpoint: "cancer" }],
  group: [{ group: { score: "frailty" } }],
  by: [{ by: [] }, { by: [{ column: "side" }, { score: "frailty" }] }],
  level: [{ level: 0.9 }],
  reference: [{ reference: "F" }],
  compared: [{ compared: "M" }],
  figure: [],
};

const responsePairs: Pair[] = [
  [
    /^(patients|(complete|partial) response|stable disease|progression|not evaluable)$/,
    /^(Best response is that of|No column says best response)/,
  ],
  [/^evaluable patients$/, /^Rates are of evaluable patients/],
  [/^(measured|smaller than at baseline)$/, /^No column says best response: there are no rates\./],
  [/^(objective response|disease control) rate$/, /^Rates are of .*\(Clopper and Pearson 1934\)/],
  [/^clinical benefit rate$/, /^Clinical benefit is objective response, or stable disease that lasted/],
  [/^difference of/, /^Differences of rates have .*\(Newcombe 1998\)/],
  [/^odds ratio of/, /^Odds ratios and their exact/],
  [/^median /, /^Medians have .*\(Brookmeyer and Crowley 1982\)/],
  [/^Fisher's exact test of/, /by Fisher’s exact test, two-sided \(Fisher 1935\)/],
];
const response = {
  ...{ kind: "response", group: { column: "sex" }, response: "best", change: { column: "shrunk" } },
  ...{ follow: "os", progression: "os" },
};
const responseOptions: Options<PanelOf<"response">> = {
  id: [],
  kind: [],
  title: [{ title: "Mine" }],
  notes: [{ notes: "Begin with the follow-up." }],
  group: [{ group: null }, { group: { column: "ecog_f" } }, { group: { score: "frailty" } }],
  response: [{ response: null }],
  words: [{ words: [{ value: "SD", as: "PR" }] }],
  blank: [{ blank: "exclude" }],
  change: [{ change: null }, { change: { column: "shrunk", scale: "fraction" } }],
  measurements: [],
  courses: [],
  markers: [],
  origin: [],
  follow: [{ follow: null }],
  progression: [{ progression: null }],
  responded: [{ responded: "cancer" }],
  duration: [{ duration: "cancer" }],
  benefit: [{ benefit: 12 }],
  denominator: [{ denominator: "evaluable" }],
  compared: [{ compared: "CBR" }, { compared: "CBR", progression: null }],
  oddsRatio: [{ oddsRatio: true }],
  level: [{ level: 0.9 }],
  color: [{ color: { column: "ecog_f" } }],
  strip: [{ strip: { column: "ecog_f" } }],
  reference: [{ reference: "Male" }],
  figure: [{ figure: { show: "swimmer" } }],
};

const tablePairs: Pair[] = [
  [
    /^median$/,
    /^Characteristics are given as .*(medians with quartiles .*\(Hyndman and Fan 1996\)|medians with ranges|means with)/,
  ],
  [/^levels$/, /^Characteristics are given as .*counts with percentages/],
  [/^standardized difference$/, /^Standardized differences are/],
  [/^Wilcoxon rank sum test$/, /by the Wilcoxon rank sum test \(Wilcoxon 1945; Mann and Whitney 1947\)/],
  [/^Kruskal–Wallis test$/, /by the Kruskal–Wallis test/],
  [/^Welch’s t test$/, /by Welch’s t test/],
  [/^Welch’s one-way test$/, /by Welch’s one-way test/],
  [/^χ² test$/, /by the χ² test without continuity correction/],
  [/^Fisher’s exact test$/, /^Fisher’s exact test \(Freeman and Halton 1951\) was used/],
  [/^Cochran–Armitage trend test$/, /by the Cochran–Armitage test/],
  [/^Jonckheere–Terpstra trend test$/, /by the Jonckheere–Terpstra test/],
  [/^Spearman’s rank correlation$/, /by Spearman’s rank correlation/],
  [/^several tests$/, /^P values are two-sided and not adjusted/],
];
const rowsOfTable = ["age", "sex", "ecog_f", "wt_loss"].map((column) => ({ of: { column } }));
const tested = (test: string) => ({ rows: rowsOfTable.map((row) => ({ ...row, test })) });
const tableOfPatients = { kind: "characteristics", group: { column: "sex" }, rows: rowsOfTable };
const tableOptions: Options<PanelOf<"characteristics">> = {
  id: [],
  kind: [],
  title: [{ title: "Mine" }],
  notes: [{ notes: "Begin with the follow-up." }],
  group: [{ group: null }, { group: { column: "ecog_f" } }, { group: { score: "frailty" } }],
  numbers: [
    { numbers: "mean" },
    { numbers: "range" },
    { numbers: "mean", group: { column: "ecog_f" } },
    { numbers: "mean", group: { score: "frailty" } },
  ],
  digits: [{ digits: 2 }],
  percentOf: [{ percentOf: "all" }],
  missing: [{ missing: "always" }],
  all: [{ all: false }],
  differences: [{ differences: false }],
  p: [{ p: false }],
  randomized: [{ randomized: true }],
  rows: [
    { rows: null },
    { rows: [] },
    tested("trend"),
    { ...tested("trend"), group: { score: "frailty" } },
    tested("fisher"),
    tested("none"),
    { rows: [{ of: { score: "frailty" } }] },
  ],
  figure: [{ figure: { dots: false } }],
};

const alterationPairs: Pair[] = [
  [/ (altered|tested)$/, /^Genes were read from columns tp53 and rb1; a gene is altered/],
  [/ share$/, /^Shares of patients altered .*\(Clopper and Pearson 1934\)/],
  [/ by group$/, /^Each gene was compared by .* with Fisher’s exact test/],
  [/^(TP53 and RB1|RB1 and TP53)/, /^Every two of 2 genes were compared/],
  [/ survival, /, /is given as hazard ratio .* q controls the false discovery rate over the genes compared/],
];
const alterations = { kind: "alterations", group: { column: "sex" } };
const alterationOptions: Options<PanelOf<"alterations">> = {
  ...drawn,
  endpoint: [{ endpoint: null }, { endpoint: "cancer" }],
  group: [{ group: null }, { group: { score: "frailty" } }],
  most: [{ most: 1 }],
  counted: [{ counted: ["deepLoss", "other"] }],
  columns: [{ columns: ["tp53", "rb1"] }],
  sort: [{ sort: "group" }],
  tracks: [{ tracks: [{ column: "ecog_f" }] }],
  leastAltered: [{ leastAltered: 1000 }],
  leastEvents: [{ leastEvents: 1 }],
  level: [{ level: 0.9 }],
  genes: [{ genes: ["RB1", "TP53"] }],
  figure: [{ figure: { shares: false } }],
};

const weighted = {
  plain: {},
  counts: { weight: { column: "count", kind: "count" } },
  sampling: { weight: { column: "sampling", kind: "sampling" } },
  late: { entry: "inst" },
  intervals: { entry: "since" },
};
const rule = (column: string, take: string) => ({ column, take: { rule: take } });
const ofPatients = { patientId: "whose", edits: { severalRows: "intervals" } };
/** Of rows that are intervals no cut is searched, and no group changes at a time. */
const isComputed = (kind: string, rows: string, option: object) =>
  rows !== "intervals" ||
  (!["response", "characteristics", "alterations"].includes(kind) &&
    !("cut" in option || "changes" in option) &&
    // Points change from interval to interval, and an incidence is of groups that stay.
    !(kind === "cumulativeIncidence" && "group" in option));

const seen = new Set<string>();

/** Sentences end with a full stop before a capital; a number's own stop has no space after it. */
const sentencesOf = (text: string) => text.split(/(?<=[.)]\.|[^.A-Z]\.) (?=[\p{Lu}“])/u);

describe.each([
  ["survival curves", bySex, survivalOptions, survivalPairs],
  ["cumulative incidence", incidence, incidenceOptions, incidencePairs],
  ["hazard ratios", regression, regressionOptions, regressionPairs],
  ["subgroups", subgroups, subgroupOptions, subgroupPairs],
  ["responses", response, responseOptions, responsePairs],
  ["tables of patients", tableOfPatients, tableOptions, tablePairs],
  ["alterations", alterations, alterationOptions, alterationPairs],
] as const)("the methods of %s", (_, base, options, pairs) => {
  const walked = Object.entries(options).flatMap(([field, all]) => all.map((option) => ({ field, option })));
  const cases = [{ field: "none", option: {} }, ...walked].flatMap(({ field, option }) =>
    Object.entries(weighted).map(([rows, endpoint]) => ({
      name: `${field} ${JSON.stringify(option)}`,
      rows,
      option,
      endpoint,
    })),
  );

  it.each(
    cases.filter(({ option, rows }) => isComputed(base.kind, rows, option) && !("cut" in option && rows !== "plain")),
  )("name the method of each number and have a number for each method: $name, $rows", ({ option, endpoint, rows }) => {
    const boardMore = rows === "intervals" ? ofPatients : {};
    const { methods, quantities, ids } = shown({ ...base, ...option }, endpoint, boardMore);
    const sentences = sentencesOf(methods);
    for (const id of ids) seen.add(id);
    // The caption of hazard ratios also names and counts.
    for (const quantity of base.kind === "regression" || base.kind === "characteristics" ? [] : new Set(quantities))
      expect(
        pairs.filter(([number]) => number.test(quantity)),
        `a method of “${quantity}”`,
      ).not.toEqual([]);
    for (const [number, method] of pairs)
      expect(
        sentences.some((each) => method.test(each)),
        `${method} in: ${methods}`,
      ).toBe(quantities.some((each) => number.test(each)));
  });
});

describe("the methods of a panel", () => {
  const said: [what: string, panel: object, endpoint: object, RegExp][] = [
    ["late entries", bySex, weighted.late, /at risk from their entry on \(left truncation\)/],
    ["counts", bySex, weighted.counts, /stands for as many equal patients/],
    ["sampling weights", bySex, weighted.sampling, /sampling weights: .* robust \(Lin and Wei 1989\)/],
    ["a landmark", { ...bySex, landmark: 60 }, {}, /Landmark at 60 days \(Anderson 1983\): \d+ patients/],
    ["a cut of follow-up", { ...bySex, censorAt: 500 }, {}, /Follow-up is censored at 500 days\./],
    [
      "strata",
      { ...bySex, strata: { column: "ecog_f" } },
      {},
      /log-rank test stratified by ecog_f.* Cox model stratified by ecog_f/,
    ],
    [
      "groups that change",
      { ...bySex, group: null, changes: { column: "change" } },
      {},
      /The group changes with time \(change\)/,
    ],
    [
      "a search",
      { ...bySex, group: null, cut: { of: { column: "age" } } },
      {},
      /Exploratory: the cut-point \d+ of age is the one of \d+ tried/,
    ],
    [
      "a score",
      { ...bySex, group: { score: "frailty" } },
      {},
      /Frailty: one point each for age ≥ 65 years and performance < 80 \(Doe 2020, J Test\)\. Groups by points/,
    ],
    [
      "events that compete",
      { ...bySex, endpoint: "cancer" },
      {},
      /competing events count as censored \(death of another cause\)/,
    ],
    [
      "a level of confidence",
      { ...bySex, figure: { confidenceLevel: 0.9 } },
      {},
      /pointwise 90% .*Medians have 90% .*with 90% Wald intervals/,
    ],
    [
      "strata of pairs and trend",
      { ...bySex, group: { score: "frailty" }, strata: { column: "sex" } },
      {},
      /A trend .* by the log-rank test stratified by sex .*Every two groups .* by the log-rank test stratified by sex, with P adjusted/,
    ],
    [
      "that pairs of weighted rows are compared by the robust score test",
      { ...bySex, group: { column: "ecog_f" } },
      weighted.sampling,
      /Every two groups .* by the log-rank test as a robust score test \(Lin and Wei 1989\), with P adjusted/,
    ],
    ["several P", bySex, {}, /P values are two-sided and not adjusted for multiple comparisons/],
  ];
  const plain = shown({ kind: "kaplanMeier", group: null }).methods;
  it.each(said)("say %s where there are any, and not elsewhere", (_, panel, endpoint, sentence) => {
    expect(shown(panel, endpoint).methods).toMatch(sentence);
    expect(plain).not.toMatch(sentence);
  });

  it("claim no Wald interval where Firth’s likelihood is used in every model", () => {
    const terms = [age, sexes];
    expect(shown({ ...regression, terms, firth: "always" }).methods).not.toContain("Wald");
    expect(shown({ ...regression, terms }).methods).toContain("with 95% Wald intervals and two-sided Wald P values");
  });

  it("say that rows are intervals, and which", () => {
    const { methods } = shown(bySex, weighted.intervals, ofPatients);
    expect(methods).toMatch(
      /Rows are intervals of time: .* counted once.* clustered by patient \(Lin and Wei 1989\)\./,
    );
    expect(methods).toMatch(/Cox model .* and robust variance/);
    expect(methods).not.toMatch(/first event were used/);
    const first = shown(bySex, weighted.intervals, { ...ofPatients, edits: { severalRows: "firstEvent" } }).methods;
    expect(first).toMatch(/Only intervals up to the first event were used\./);
    expect(shown(bySex, weighted.late).methods).not.toMatch(/intervals of time/);
  });

  it("say which of several rows of a patient counts, with the rules of single columns, and not where each has one", () => {
    const several = { patientId: "whose", edits: { severalRows: "firstValue", ofRows: [rule("time", "greatest")] } };
    const { methods, ids } = shown(bySex, {}, several);
    for (const id of ids) seen.add(id);
    expect(methods).toContain(
      "Of several rows of a patient the first value of each column counts; “time” is the greatest value.",
    );
    expect(plain).not.toContain("several rows");
    expect(shown(bySex, weighted.intervals, ofPatients).methods).not.toContain("several rows");
  });

  it("say which cells were corrected by hand, and nothing where a correction fits no cell", () => {
    const cell = (from: string, row = 1) => ({
      ...{ patient: null, several: false, row, mark: rowMarks(table)(row - 1) },
      ...{ column: "sex", from, to: "Female" },
    });
    const corrected = (...cells: object[]) => shown(bySex, {}, { edits: { changedCells: cells } });
    const { methods, ids } = corrected(cell("Male"));
    for (const id of ids) seen.add(id);
    expect(methods).toContain("In the file 1 cell was corrected by hand before the analysis: 1 of “sex”.");
    expect(corrected(cell("neither")).methods).not.toContain("corrected by hand");
  });

  it("say that patients were counted where they live, and what became of their times and of small cells", () => {
    const counted = (grid: string | null, smallest: number) =>
      shown(bySex, weighted.counts, {
        source: { file: "c.csv", rows: null, sha256: null, counted: { from: "registry", grid, smallest } },
      });
    const { methods, ids } = counted("months", 11);
    for (const id of ids) seen.add(id);
    expect(methods).toContain(
      "Patients were counted in registry, with each time raised to the end of its month. Fewer than 11 equal patients were merged with others up to 12 months later, or left out as too few.",
    );
    expect(counted(null, 1).methods).toContain("Patients were counted in registry.");
    expect(counted(null, 1).methods).not.toMatch(/raised|merged/);
    expect(shown(bySex, weighted.counts).methods).not.toContain("Patients were counted");
  });

  it("name the filters where there are any", () => {
    const filters = [{ kind: "values", of: { column: "sex" }, values: ["Male"] }];
    const { methods, ids } = shown({ kind: "kaplanMeier", group: null }, {}, { filters });
    for (const id of ids) seen.add(id);
    expect(methods).toMatch(/Patients were filtered: .*Male/);
    expect(plain).not.toContain("filtered");
  });

  it("say which values count as the event, by the words of the endpoint", () => {
    expect(plain).toContain(
      "Overall survival was measured from enrolment in days. In “event”, “1” is death from any cause and “0” is censored.",
    );
    expect(shown({ ...incidence }).methods).toContain(
      "In “status”, “cancer death” is death of cancer, “alive” is censored and “other death” (Death of another cause) competes.",
    );
  });
});

describe("the methods of a second file", () => {
  it("say what the baseline of measurements is", async () => {
    const join = { id: "m", source: { file: "m.csv", rows: null, sha256: null }, key: "id", to: "id" };
    const measurements = { join: "m", time: "day", unit: "days", value: "sum", as: "sum" };
    const panels = [{ id: "p", kind: "response", response: "best", measurements }];
    const second = await tableFrom("id,day,sum\n1,-3,50\n1,60,30\n2,0,40\n2,70,50\n");
    const [view] = analyze(
      await tableFrom("id,best\n1,PR\n2,PD\n"),
      boardFrom({ patientId: "id", joins: [join], panels }),
      new Map([["m", second]]),
    ).panels;
    if (view?.state !== "ready") throw new Error(JSON.stringify(view));
    const uses = shownKinds.response.methods(view.result, view.panel);
    for (const { id } of uses) seen.add(id);
    expect(methodsInWords(uses)).toContain("from baseline, the last measurement at or before time zero");
  });
});

describe("the methods that are told", () => {
  it("are each used by some panel of those above", () => {
    // What stands beside the panels is in besideMethods.test.ts.
    const beside = ["frozen", "scoreConcordance", "prediction", "factorRatios", "publishedMedians"];
    expect(methodIds.filter((id) => !seen.has(id))).toEqual(beside);
  });
});
