import { inOne } from "../contents";

/** What a paper's own board knows, for the items of a checklist; "" or none where it does not. */
export interface Evidence {
  /** Labels of the endpoints, which the methods define. */
  endpoints: readonly string[];
  /** "Data cut-off 2021-06-30."; "" where none is stated. */
  cutoff: string;
  filters: readonly string[];
  /** "Median follow-up was …", one of each endpoint and its patients. */
  followUp: readonly string[];
  /** Whether the flow of patients is in the document, with reasons. */
  flow: boolean;
  /** Patients without a value are left out, by reason. */
  missing: readonly string[];
  /** Tables of characteristics: of all patients, and by what. */
  characteristics: readonly { table: string; by: string | null; countsMissing: boolean }[];
  /** The score, gene or number that the groups are made of. */
  marker: string | null;
  /** Labels of scores and groups of numbers, which the methods define. */
  definitions: readonly string[];
  /** The cut-point was searched among these patients. */
  searched: boolean;
  /** Figures and tables with curves by group, with ratios of one factor, of all together, and with the marker in them. */
  curves: readonly string[];
  /** Of the marker alone, with its ratio where `markerRatio` is true. */
  curvesByMarker: readonly string[];
  markerRatio: boolean;
  alone: readonly string[];
  together: readonly string[];
  togetherWithMarker: readonly string[];
  /** Names of covariates of models. */
  covariates: readonly string[];
  /** Tables with shares at chosen times. */
  atTimes: readonly string[];
  /** Where events are counted by group. */
  counted: readonly string[];
  subgroups: readonly string[];
  interactions: readonly string[];
  proportional: readonly string[];
  /** Methods are in the document. */
  methods: boolean;
}

/** What the board proves of an item, and whether that is all that is asked; null where it proves nothing. */
export type Answer = { says: string; whole: boolean } | null;

export interface Item {
  /** As the published checklist numbers it. */
  number: string;
  /** What is asked, in our words. */
  asks: string;
  /** Missing: only the authors know. */
  known?: (evidence: Evidence) => Answer;
}

export interface Checklist {
  title: string;
  /** What it is for, and where it is published. */
  about: string;
  items: readonly Item[];
}

export const whole = (says: string): Answer => (says === "" ? null : { says, whole: true });
export const part = (says: string): Answer => (says === "" ? null : { says, whole: false });

/** "See Figures 1 and 2 and Table 1."; "" without any. */
export const see = (names: readonly string[]): string => (names.length === 0 ? "" : `See ${inOne(names)}.`);

export const together = (...said: readonly string[]): string => said.filter((each) => each !== "").join(" ");

const open = "To be written by the authors.";
const rest = "The rest is to be written by the authors.";

/** The items as rows of a table: number, what is asked, what is known of it. */
export const rowsOf = ({ items }: Checklist, evidence: Evidence): string[][] =>
  items.map(({ number, asks, known }) => {
    const answer = known?.(evidence) ?? null;
    return [number, asks, answer === null ? open : answer.whole ? answer.says : `${answer.says} ${rest}`];
  });
