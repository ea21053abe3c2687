import type { ReferenceOf } from "../../lib/analysis/reference/registry";
import { part } from "../parts/part";

/** The text of a file, a chunk of its own that loads when it is asked for. */
type Loaded = () => Promise<{ default: string }>;

/** Published data sets of survival, by name. */
const data = {
  aml: part(() => import("../../lib/survival/reference/data/aml.csv")),
  aml_weighted: part(() => import("../../lib/survival/reference/data/aml_weighted.csv")),
  colon: part(() => import("../../lib/survival/reference/data/colon.csv")),
  heart: part(() => import("../../lib/survival/reference/data/heart.csv")),
  jasa: part(() => import("../../lib/survival/reference/data/jasa.csv")),
  kidney: part(() => import("../../lib/survival/reference/data/kidney.csv")),
  lung: part(() => import("../../lib/survival/reference/data/lung.csv")),
  mgus2: part(() => import("../../lib/survival/reference/data/mgus2.csv")),
  mgus2_age: part(() => import("../../lib/survival/reference/data/mgus2_age.csv")),
  ovarian: part(() => import("../../lib/survival/reference/data/ovarian.csv")),
  pbc: part(() => import("../../lib/survival/reference/data/pbc.csv")),
  rotterdam: part(() => import("../../lib/survival/reference/data/rotterdam.csv")),
  transplant: part(() => import("../../lib/survival/reference/data/transplant.csv")),
  veteran: part(() => import("../../lib/survival/reference/data/veteran.csv")),
};

/** What R gave for each. */
const survival = {
  aml: part(() => import("../../lib/survival/reference/expected/aml.json?text")),
  aml_weighted: part(() => import("../../lib/survival/reference/expected/aml_weighted.json?text")),
  colon: part(() => import("../../lib/survival/reference/expected/colon.json?text")),
  heart: part(() => import("../../lib/survival/reference/expected/heart.json?text")),
  jasa: part(() => import("../../lib/survival/reference/expected/jasa.json?text")),
  kidney: part(() => import("../../lib/survival/reference/expected/kidney.json?text")),
  lung: part(() => import("../../lib/survival/reference/expected/lung.json?text")),
  mgus2: part(() => import("../../lib/survival/reference/expected/mgus2.json?text")),
  mgus2_age: part(() => import("../../lib/survival/reference/expected/mgus2_age.json?text")),
  ovarian: part(() => import("../../lib/survival/reference/expected/ovarian.json?text")),
  pbc: part(() => import("../../lib/survival/reference/expected/pbc.json?text")),
  rotterdam: part(() => import("../../lib/survival/reference/expected/rotterdam.json?text")),
  transplant: part(() => import("../../lib/survival/reference/expected/transplant.json?text")),
  veteran: part(() => import("../../lib/survival/reference/expected/veteran.json?text")),
} satisfies Record<keyof typeof data, Loaded>;

const example = part(() => import("../../public/example/synthetic-lms-cohort.csv"));

/** Everything that the page compares with R, with how many cases each has. */
export const referenceData: readonly (ReferenceOf<Loaded> & { cases: number })[] = [
  { kind: "survival", cases: 7, expected: survival.aml, files: { csv: data.aml } },
  { kind: "survival", cases: 5, expected: survival.aml_weighted, files: { csv: data.aml_weighted } },
  { kind: "survival", cases: 12, expected: survival.colon, files: { csv: data.colon } },
  { kind: "survival", cases: 8, expected: survival.heart, files: { csv: data.heart } },
  { kind: "survival", cases: 3, expected: survival.jasa, files: { csv: data.jasa } },
  { kind: "survival", cases: 8, expected: survival.kidney, files: { csv: data.kidney } },
  { kind: "survival", cases: 24, expected: survival.lung, files: { csv: data.lung } },
  { kind: "survival", cases: 11, expected: survival.mgus2, files: { csv: data.mgus2 } },
  { kind: "survival", cases: 4, expected: survival.mgus2_age, files: { csv: data.mgus2_age } },
  { kind: "survival", cases: 10, expected: survival.ovarian, files: { csv: data.ovarian } },
  { kind: "survival", cases: 18, expected: survival.pbc, files: { csv: data.pbc } },
  { kind: "survival", cases: 13, expected: survival.rotterdam, files: { csv: data.rotterdam } },
  { kind: "survival", cases: 5, expected: survival.transplant, files: { csv: data.transplant } },
  { kind: "survival", cases: 18, expected: survival.veteran, files: { csv: data.veteran } },
  {
    kind: "association",
    cases: 7,
    expected: part(() => import("../../lib/association/reference/association.json?text")),
    files: {},
  },
  {
    kind: "characteristics",
    cases: 4,
    expected: part(() => import("../../lib/panels/characteristics/reference/tables.json?text")),
    files: { pbc: data.pbc, colon: data.colon, lung: data.lung },
  },
  {
    kind: "subgroups",
    cases: 2,
    expected: part(() => import("../../lib/panels/subgroups/subgroups.json?text")),
    files: { colon: data.colon, veteran: data.veteran },
  },
  {
    kind: "response",
    cases: 2,
    expected: part(() => import("../../lib/analysis/fixtures/responseByR.json?text")),
    files: {
      example,
      exampleLong: part(() => import("../../public/example/synthetic-lms-measurements.csv")),
      trial: part(() => import("../../lib/analysis/fixtures/responseTrial.csv")),
      trialLong: part(() => import("../../lib/analysis/fixtures/responseTrialMeasurements.csv")),
    },
  },
  {
    kind: "alterations",
    cases: 2,
    expected: part(() => import("../../lib/analysis/fixtures/alterationsByR.json?text")),
    files: {
      example,
      exampleLong: part(() => import("../../public/example/synthetic-lms-mutations.csv")),
      study: part(() => import("../../lib/analysis/fixtures/alterationsStudy.csv")),
      studyMutations: part(() => import("../../lib/analysis/fixtures/alterationsStudy.maf?text")),
      studyCopies: part(() => import("../../lib/analysis/fixtures/alterationsStudyCna.txt?text")),
    },
  },
];

/** Cases in all. */
export const allCases = referenceData.reduce((sum, { cases }) => sum + cases, 0);

/** The texts of a reference. */
export async function textsOf({ expected, files, ...rest }: ReferenceOf<Loaded>): Promise<ReferenceOf<string>> {
  const texts = Object.entries<Loaded>(files).map(async ([name, file]) => [name, (await file()).default] as const);
  const [known, ...given] = await Promise.all([expected(), ...texts]);
  // The names of the files, and with them the kind, stay as they are.
  return { ...rest, expected: known.default, files: Object.fromEntries(given) } as ReferenceOf<string>;
}
