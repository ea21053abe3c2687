import type { Endpoint, TimeUnit, Variable } from "../board/board";
import { countOf, rowsOfTheirPatients } from "../cohort/counting";
import { patientsIn } from "../cohort/countWeight";
import { type EndpointData, sinceTimeZero, unitOfEndpoint } from "../cohort/endpoint";
import { type Ledger, type LeftOut, leftOutUnder, withLeftOut } from "../cohort/ledger";
import type { Level } from "../cohort/levels";
import type { Patients } from "../cohort/patients";
import type { Variables } from "../cohort/variables";
import { formatCount, withUnit } from "../format";
import { inChunks } from "../numeric/chunks";
import { nth } from "../numeric/nth";
import { failed, ok, type Problem, problem, type Result } from "../result";
import { type Blocked, blocked } from "./blocked";
import { clocked } from "./clock";
import { exclusionsOf, leaveOut, unreadChange, withoutSplit } from "./exclusions";
import { groupsOf } from "./groupsOfVariable";
import { clockIn, endpointIn } from "./inFigureUnit";
import { type FigureIntervals, intervalsIn } from "./intervalsIn";
import type { Prepared, Titled } from "./prepared";
import { type RowsSetting, rowsSetting } from "./setting";
import { type ShownEndpoint, shownEndpoint } from "./shownEndpoint";
import { timeIn } from "./timeUnit";

/** The rows of an endpoint, each with its group: what a panel of curves is computed from. */
export interface Grouped {
  endpoint: Endpoint;
  shown: ShownEndpoint;
  /** What of the rows decides how every number is computed. */
  rows: RowsSetting;
  data: EndpointData;
  /** The patients of the cohort, counted by the weight of the endpoint. */
  patients: Patients;
  /**
   * Per row the index into `levels`, −1 where the row is not in the figure (filtered, left out, merged, group missing).
   */
  group: Int16Array;
  /** One entry without a value when the curve is of all patients. */
  levels: Level[];
  ordered: boolean;
  /** Which level is the reference where none is chosen: the first of these places that is shown. */
  references: number[];
  groupLabel: string | null;
  /** Per row the stratum of a stratified test. */
  strata?: Int32Array;
  strataLabel: string | null;
  /** What the figure is split by into small ones; codes per row. */
  split: { label: string; codes: Int32Array; levels: Level[] } | null;
  /** When each row changes its group, on the clock of `data`; NaN for never. */
  changes: { label: string; at: Float64Array } | null;
  /** Selected patients that the landmark leaves out. */
  leftAtLandmark: number;
  ledger: Ledger;
  /** Of the patients the filters keep, those in no curve, by reason. */
  leftOut: LeftOut[];
  /** Where rows are intervals of patients; null else. */
  intervals: FigureIntervals | null;
}

type Asked = {
  endpoint: string;
  group: Variable | null;
  strata?: Variable | null;
  split?: Variable | null;
  cut?: { of: Variable } | null;
  changes?: { column: string; unit: TimeUnit | null } | null;
} & (
  | { figure: { unit: TimeUnit }; landmark: number | null; censorAt: number | null }
  // Without a clock of its own, in the unit of the endpoint.
  | { figure?: undefined; landmark?: undefined; censorAt?: undefined }
);

/** "Overall survival by arm". */
export function titleByGroup(
  { endpoint, group }: Pick<Asked, "endpoint" | "group">,
  { board, variables, endpoints }: Titled,
  named: (endpoint: Endpoint, causes: string[]) => string = ({ label }) => label,
): string {
  const index = board.endpoints.findIndex(({ id }) => id === endpoint);
  const label = index < 0 ? "Endpoint" : named(nth(board.endpoints, index), endpoints[index]?.data?.causes ?? []);
  return group === null ? label : `${label} by ${variables.label(group)}`;
}

/** The rows a panel asks for by endpoint and group, or why there are none. */
export function groupedRows(prepared: Prepared, asked: Asked): Grouped | Blocked {
  const { board, variables, endpoints } = prepared;
  const index = board.endpoints.findIndex(({ id }) => id === asked.endpoint);
  if (index < 0)
    return blocked(
      problem("endpoint-absent", "This panel has no endpoint yet.", "Choose an endpoint, or set one up in Data."),
      null,
    );
  const { view, data } = nth(endpoints, index);
  if (!data || !view.ledger) return blocked(view.problem as Problem, view.ledger);
  const endpoint = nth(board.endpoints, index);
  const ownUnit = unitOfEndpoint(endpoint);
  const unit = asked.figure?.unit ?? ownUnit;
  const groups = groupsOf(prepared, asked.group);
  if (!groups.ok) return blocked(groups.problem, view.ledger);
  const strata = strataOf(variables, asked.strata ?? null);
  if (!strata.ok) return blocked(strata.problem, view.ledger);
  const split = splitOf(variables, asked.split ?? null);
  if (!split.ok) return blocked(split.problem, view.ledger);
  const changes = changesOf(prepared, endpoint, unit, asked);
  if (!changes.ok) return blocked(changes.problem, view.ledger);
  const { codes, levels, ordered, references } = groups.value;
  const clock = { landmark: asked.landmark ?? null, censorAt: asked.censorAt ?? null };
  const ownClock = clockIn(clock, unit, ownUnit);
  if (clock.landmark !== null && clock.censorAt !== null && clock.censorAt <= clock.landmark)
    return blocked(noTimeLeft(clock.landmark, clock.censorAt, unit), view.ledger);
  const label = asked.group === null ? null : variables.label(asked.group);
  const strataLabel = asked.strata ? variables.label(asked.strata) : null;
  const { group, missing } = rowsInGroups(prepared, data, codes);
  const exclusions = [
    ...exclusionsOf(data, ownClock, (time) => withUnit(timeIn(time, ownUnit, unit), unit), strata.value, strataLabel),
    ...(split.value ? [withoutSplit(split.value)] : []),
    ...(asked.changes && changes.value
      ? [unreadChange(changes.value.label, prepared.table.unparsed.get(asked.changes.column) ?? [])]
      : []),
  ];
  const patients = patientsIn(prepared.patients, data);
  const left = leaveOut(patients, data, new Set(missing), group, exclusions);
  const ledger = left.reduce(
    (before, { reason, rows }) => withLeftOut(before, reason, rows, patients),
    withLeftOut(view.ledger, `${label} missing`, missing, patients),
  );
  return {
    endpoint,
    shown: shownEndpoint(board, endpoint, { causes: data.causes, landmark: clock.landmark, unit }),
    rows: rowsSetting(prepared, data, [asked.group, asked.strata, asked.split, asked.cut?.of]),
    data: endpointIn(clocked(data, ownClock), ownUnit, unit),
    patients,
    group,
    levels,
    ordered,
    references,
    groupLabel: label,
    strata: strata.value ?? undefined,
    strataLabel,
    split: split.value,
    changes: changes.value,
    leftAtLandmark: left.find(({ id }) => id === "landmark")?.selected ?? 0,
    ledger,
    leftOut: [
      ...leftOutUnder(prepared.selection, view.ledger, patients, data),
      { reason: `${label} missing`, count: countSelected(prepared.selection, missing, patients) },
      ...left.map(({ reason, selected }) => ({ reason, count: selected })),
    ].filter(({ count }) => count > 0),
    intervals: intervalsIn(data, patients, group, clocked(data, ownClock).time, view.notices),
  };
}

/** How many patients of some rows the filters keep. */
export const countSelected = (
  { failed }: Prepared["selection"],
  rows: readonly number[],
  patients: Pick<Patients, "size" | "patient">,
): number =>
  countOf(
    rows.filter((row) => failed[row] === 0),
    patients,
  );

const noTimeLeft = (landmark: number, censorAt: number, unit: TimeUnit) =>
  problem(
    "landmark-after-end",
    `Follow-up is cut at ${withUnit(censorAt, unit)}, before the landmark at ${withUnit(landmark, unit)} begins.`,
    "Choose an earlier landmark, or a later cut.",
  );

function changesOf(
  { table, variables }: Prepared,
  endpoint: Endpoint,
  unit: TimeUnit,
  { changes = null, landmark = null }: Asked,
): Result<Grouped["changes"]> {
  if (changes === null) return ok(null);
  const own = unitOfEndpoint(endpoint);
  const start = clockIn({ landmark, censorAt: null }, unit, own).landmark ?? 0;
  const at = sinceTimeZero(table, endpoint, changes, "the time of a change");
  if (!at.ok) return at;
  return ok({
    label: variables.label({ column: changes.column }),
    at: at.value.map((time) => timeIn(time - start, own, unit)),
  });
}

/** The most small figures. */
const mostFacets = 12;

function splitOf(variables: Variables, variable: Variable | null): Result<Grouped["split"]> {
  if (variable === null) return ok(null);
  const found = variables.levels(variable);
  if (!found.ok) return found;
  const { codes, levels } = found.value;
  const label = variables.label(variable);
  if (levels.length <= mostFacets) return ok({ label, codes, levels });
  return failed(
    problem(
      "split-many",
      `“${label}” has ${formatCount(levels.length)} different values; a panel is split into at most ${mostFacets} figures.`,
      "Split by a column with fewer values.",
    ),
  );
}

function strataOf(variables: Variables, variable: Variable | null): Result<Int32Array | null> {
  if (variable === null) return ok(null);
  const levels = variables.levels(variable);
  return levels.ok ? ok(levels.value.codes) : levels;
}

/** Why nobody is left to draw. */
export function nobodyLeft(ledger: Ledger, selected: number): Problem {
  if (ledger.used === 0)
    return problem("nobody-usable", "No patient can be used here.", "The ledger says why, row by row.");
  if (selected === 0) return problem("nobody-selected", "The filters leave no patient.", "Loosen or clear a filter.");
  return problem(
    "nobody-left",
    "None of the selected patients can be used in this figure.",
    "Loosen a filter, or look into the ledger.",
  );
}

/** The group of every row in the figure, and the rows that lack one (of those otherwise usable, before filtering). */
function rowsInGroups({ patients, selection }: Prepared, data: EndpointData, codes: Int32Array | null) {
  const { usable, missing } = usableRows(patients, data, codes);
  const group = new Int16Array(usable.length);
  inChunks(group.length, (from, to) => leaveSelected(usable, selection.failed, group, from, to));
  return { group, missing };
}

/** −1, which is all bits, where any filter has failed. */
function leaveSelected(usable: Int16Array, failed: Uint32Array, group: Int16Array, from: number, to: number): void {
  for (let row = from; row < to; row++) {
    const word = (failed[row] ?? 0) | 0;
    group[row] = (usable[row] ?? -1) | ((word | -word) >> 31);
  }
}

interface UsableRows {
  patients: Patients;
  codes: Int32Array | null;
  /** The group of every row without regard to filters. */
  usable: Int16Array;
  missing: number[];
}

/** The last answer of `usableRows` for each endpoint: a filter changes none of it. */
const lastUsable = new WeakMap<EndpointData, UsableRows>();

function usableRows(patients: Patients, data: EndpointData, codes: Int32Array | null): UsableRows {
  const last = lastUsable.get(data);
  if (last?.patients === patients && last.codes === codes) return last;
  const usable = new Int16Array(data.reason.length).fill(-1);
  const missing: number[] = [];
  for (let row = 0; row < usable.length; row++) {
    if (patients.represents[row] === 0 || data.reason[row] !== 0) continue;
    usable[row] = codes === null ? 0 : (codes[row] ?? -1);
    if ((usable[row] ?? -1) < 0) missing.push(row);
  }
  // Of intervals without a group the patient is left out, not a part of the follow-up.
  const without = rowsOfTheirPatients(missing, patients).filter((row) => data.reason[row] === 0);
  for (const row of without) usable[row] = -1;
  const found = { patients, codes, usable, missing: without };
  lastUsable.set(data, found);
  return found;
}
