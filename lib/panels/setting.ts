import type { Board, Variable } from "../board/board";
import type { CountedSource } from "../board/fields";
import { derivedDefinitions } from "../cohort/derivedWords";
import type { EndpointData } from "../cohort/endpoint";
import type { LeftOut } from "../cohort/ledger";
import type { Patients } from "../cohort/patients";
import { definitionOf, pointsOf } from "../cohort/scores/words";
import { formatCount } from "../format";
import type { Table } from "../table";
import { type MethodUse, methodInWords } from "./methods/methods";
import type { ShownEndpoint } from "./shownEndpoint";
import { whichRowsCount } from "./whichRowsCount";

/** What of the rows themselves decides how every number of a panel is computed. */
export interface RowsSetting {
  /** Names of the events that compete with the endpoint's. */
  competing: readonly string[];
  /** Some enter after time zero. */
  entry: boolean;
  weights: "count" | "sampling" | null;
  /** Rows are intervals of time of patients: all of them, or those up to the first event. */
  intervals: "all" | "toFirstEvent" | null;
  /** Which of several rows of a patient counts, and what is taken of second files; empty where there are none. */
  severalRows: string;
  /** How many cells of each column the user corrected. */
  corrected: readonly { column: string; count: number }[];
  /** The filters that apply, in words. */
  filters: readonly string[];
  /** How the patients were counted in a database, where the rows are cells of them. */
  cells?: CountedSource;
  /** The scores and the columns cut into groups among the panel's variables, defined. */
  scores: readonly { label: string; definition: string }[];
}

/**
 * What a panel does to the follow-up and how it compares, to be said beside every number. Times in the unit of the figure.
 */
export interface Setting extends RowsSetting {
  /** The clock begins there; `leftOut` are the selected patients whose follow-up ended by then, NaN where that is held back. */
  landmark: { at: number; leftOut: number } | null;
  /** Follow-up past this time is not used. */
  censorAt: number | null;
  /** What test and model are stratified by, in words. */
  strata: string | null;
  /** What the group changes by, in words, where it changes with time. */
  changes: string | null;
  /** Other events compete and count as censored: the curves are no probabilities. */
  causeSpecific: boolean;
}

/** A setting in which nothing is set. */
export const plainSetting: Setting = {
  competing: [],
  entry: false,
  weights: null,
  intervals: null,
  severalRows: "",
  corrected: [],
  filters: [],
  scores: [],
  landmark: null,
  censorAt: null,
  strata: null,
  changes: null,
  causeSpecific: false,
};

/** What the rows of an endpoint and the variables of a panel say of how it is computed. */
export function rowsSetting(
  {
    board,
    filters,
    patients,
    corrected,
    table,
  }: {
    board: Pick<Board, "columns" | "scores" | "edits" | "joins" | "endpoints" | "source">;
    filters: readonly string[];
    patients: Pick<Patients, "merged">;
    corrected: RowsSetting["corrected"];
    table: Table;
  },
  {
    causes,
    entry,
    weight,
    weightKind,
    patient,
  }: Pick<EndpointData, "causes" | "entry" | "weight" | "weightKind" | "patient">,
  variables: readonly (Variable | null | undefined)[],
): RowsSetting {
  const uses = (score: string, as?: "points") =>
    variables.some((of) => of && "score" in of && of.score === score && of.as === as);
  return {
    competing: causes,
    filters,
    corrected,
    entry: entry !== undefined,
    weights: weight === undefined ? null : (weightKind ?? "count"),
    intervals: !patient ? null : board.edits.severalRows === "firstEvent" ? "toFirstEvent" : "all",
    severalRows: whichRowsCount(board, patients, variables, table),
    ...(board.source.counted && { cells: board.source.counted }),
    scores: [
      ...board.scores
        .filter(({ id }) => uses(id) || uses(id, "points"))
        .map((score) => ({
          label: score.label,
          definition: uses(score.id) ? definitionOf(score) : pointsOf(score),
        })),
      ...derivedDefinitions(
        board,
        table,
        new Set(variables.flatMap((of) => (of && "column" in of ? [of.column] : []))),
      ),
    ],
  };
}

/** Whether the variance of a model is the robust one: with weights of a sample, and over intervals of patients. */
export const isRobust = ({ weights, intervals }: Pick<RowsSetting, "weights" | "intervals">): boolean =>
  weights === "sampling" || intervals !== null;

interface Set {
  setting: Setting;
  /** Null of a kind without, which has no follow-up either. */
  endpoint: ShownEndpoint | null;
}

/** That cells of the file were corrected by hand; said with every panel, whatever its columns. */
export const correctedCells = (corrected: RowsSetting["corrected"]): MethodUse[] =>
  corrected.length === 0 ? [] : [{ id: "correctedCells", corrected }];

/** What was done to the follow-up. */
function followUpMethods({ setting, endpoint }: Set): MethodUse[] {
  const unit = endpoint?.unit ?? "days";
  const { landmark, censorAt, causeSpecific, changes, competing, filters, cells } = setting;
  const uses: MethodUse[] = cells ? [{ id: "countedCells", ...cells }] : [];
  if (filters.length > 0) uses.push({ id: "filters", filters });
  if (changes !== null) uses.push({ id: "changingGroups", label: changes });
  if (causeSpecific) uses.push({ id: "causeSpecific", causes: competing });
  if (landmark) uses.push({ id: "landmark", unit, ...landmark });
  if (censorAt !== null) uses.push({ id: "cutFollowUp", at: censorAt, unit, landmark: landmark !== null });
  return uses;
}

/** The methods that stand behind every number of a panel. */
export function settingMethods(set: Set): MethodUse[] {
  const { weights, entry, scores, intervals, severalRows, corrected } = set.setting;
  return [
    ...(set.endpoint ? [{ ...set.endpoint, id: "endpoint" } as const] : []),
    ...(severalRows ? [{ id: "severalRows", definition: severalRows } as const] : []),
    ...correctedCells(corrected),
    ...(intervals ? [{ id: "intervals", toFirstEvent: intervals === "toFirstEvent" } as const] : []),
    ...(entry && !intervals ? [{ id: "delayedEntry" } as const] : []),
    ...(weights === null ? [] : [{ id: weights === "count" ? "countWeights" : "samplingWeights" } as const]),
    ...scores.map((score) => ({ id: "score", ...score }) as const),
    ...followUpMethods(set),
  ];
}

/** The filters for a title line: " · Age 60 to 70; Sex: F", or nothing. */
export const filtersInTitle = ({ setting: { filters } }: Pick<Set, "setting">): string =>
  filters.length === 0 ? "" : ` · ${filters.join("; ")}`;

/**
 * The filters for the end of a table's caption or of a text: " Patients were filtered: Age 60 to 70; Sex: F.", or
 * nothing.
 */
export const filtersInText = ({ setting: { filters } }: Pick<Set, "setting">): string =>
  filters.length === 0 ? "" : ` ${methodInWords({ id: "filters", filters })}`;

/** The filters as lines of a table of numbers that has so many columns. */
export const filterRows = ({ setting: { filters } }: Pick<Set, "setting">, columns: number): (string | number)[][] =>
  filters.map((filter) => ["filter", filter, ...Array.from({ length: columns - 2 }, () => Number.NaN)]);

/** What was done to the follow-up, as sentences under the figure. */
export const settingInWords = (set: Set): string[] => followUpMethods(set).map(methodInWords);

/** Who is in no curve, by reason; whom the landmark leaves out is said with it. */
export function leftOutInWords(
  leftOut: readonly Pick<LeftOut, "reason" | "count" | "under">[],
  { landmark }: Setting,
): string[] {
  const others = landmark === null ? leftOut : leftOut.filter(({ reason }) => !/\bby the landmark\b/.test(reason));
  if (others.length === 0) return [];
  const each = others.map(({ reason, count, under }) =>
    under === undefined ? `${formatCount(count)} ${reason}` : `fewer than ${under} ${reason}`,
  );
  return [`Left out: ${each.join(", ")}.`];
}
