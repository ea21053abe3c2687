import type { TimeUnit } from "../../board/board";
import { calledFile } from "../../board/calledFile";
import type { PanelOf } from "../../board/panelForms/registry";
import { daysOf } from "../../cohort/endpointTime";
import { type SecondLedger, secondLedger } from "../../cohort/ledger";
import type { Link } from "../../cohort/link";
import { nth } from "../../numeric/nth";
import { failed, ok, type Problem, problem, type Result } from "../../result";
import type { Prepared } from "../prepared";
import { type Clock, stretchesOf } from "./lanes";
import {
  type MeasurementReason,
  type Measurements,
  measurementReasons,
  measurementsOf,
  statesOf,
  timesOf,
} from "./measurements";
import type { Stretch } from "./result";

type Panel = PanelOf<"response">;
type Role = "measurements" | "courses" | "markers";

/** What the second files of a panel give, and what of them could not be used. */
export interface SecondFiles {
  measurements: Measurements | null;
  courses: { states: string[]; of(row: number, length: number): Stretch[] } | null;
  markers: { states: string[]; of(row: number): { at: number; state: number }[] } | null;
  files: Partial<Record<Role, string>>;
  /** Rows of second files that are not used: which file, which rows (from 0), why. Filled while lanes are made. */
  unused: { join: string; file: string; role: Role; reason: string; rows: number[] }[];
  /** The files that are read, by what they are read as. */
  read: { role: Role; link: Link }[];
  problems: Problem[];
}

/** The second files that the panel asks for, with times in `unit`. */
export function secondFilesOf(prepared: Prepared, panel: Panel, unit: TimeUnit, base: Clock | null): SecondFiles {
  const found: SecondFiles = {
    measurements: null,
    courses: null,
    markers: null,
    files: {},
    unused: [],
    read: [],
    problems: [],
  };
  const origin = originDays(prepared, panel.origin);
  if (!origin.ok) {
    found.problems.push(origin.problem);
    return found;
  }
  const read = <T>(role: Role, ask: { join: string } | null, make: (link: Link) => Result<T>): T | null => {
    if (ask === null) return null;
    const link = linkOf(prepared, ask.join);
    const made = link.ok ? make(link.value) : link;
    if (!made.ok) {
      found.problems.push(made.problem);
      return null;
    }
    if (link.ok) {
      found.files[role] = link.value.view.file;
      found.read.push({ role, link: link.value });
    }
    return made.value;
  };
  const { measurements, courses, markers } = panel;
  found.measurements = read("measurements", measurements, (link) => {
    if (!measurements) return failed(noFile);
    const times = timesOf(link, { column: measurements.time, unit: measurements.unit }, unit, origin.value);
    if (!times.ok) return times;
    const made = measurementsOf(link, measurements, times.value);
    if (made.ok)
      for (const each of made.value.unused) found.unused.push({ ...sourceOf(link, "measurements"), ...each });
    return made;
  });
  found.courses = read("courses", courses, (link) => {
    if (!courses) return failed(noFile);
    const start = timesOf(link, { column: courses.time, unit: courses.unit }, unit, origin.value);
    if (!start.ok) return start;
    const stop = timesOf(link, { column: courses.stop, unit: courses.unit }, unit, origin.value);
    if (!stop.ok) return stop;
    const { states, codes } = statesOf(link.table, courses.state);
    return ok({
      states,
      of: (row: number, length: number) =>
        stretchesOf(nth(link.rows, row), start.value, stop.value, codes, length, noteIn(found, link, "courses")),
    });
  });
  found.markers = read("markers", markers, (link) => {
    if (!markers) return failed(noFile);
    const times = timesOf(link, { column: markers.time, unit: markers.unit }, unit, origin.value);
    if (!times.ok) return times;
    const { states, codes } = statesOf(link.table, markers.state);
    const note = noteIn(found, link, "markers");
    return ok({
      states,
      of: (row: number) =>
        nth(link.rows, row).flatMap((each) => {
          const at = nth(times.value, each);
          if (Number.isNaN(at)) note("without a readable time", each);
          else if (at < 0) note("before time zero", each);
          else if (codes(each) < 0) note("without a state", each);
          else return [{ at, state: codes(each) }];
          return [];
        }),
    });
  });
  if (base === null && (found.courses || found.markers)) found.problems.push(noLanes);
  return found;
}

const sourceOf = ({ join, view }: Link, role: Role) => ({ join: join.id, file: view.file, role });

const roleInWords: Record<Role, string> = { measurements: "measurements", courses: "treatments", markers: "markers" };

/** What became of the rows of each file; said once the lanes are made. */
export const ledgersOf = ({ read, unused }: SecondFiles): SecondLedger[] =>
  read.map(({ role, link }) => {
    const lines = unused.filter((each) => each.role === role && each.join === link.join.id);
    return secondLedger(
      link,
      roleInWords[role],
      lines.map(({ reason, rows }) => ({ reason: reasonInWords(reason), rows })),
    );
  });

/** Why a row is not used, as it follows the row. */
export const reasonInWords = (reason: string): string =>
  reason in measurementReasons ? measurementReasons[reason as MeasurementReason] : reason;

/** Notes rows of a second file under their reason. */
const noteIn =
  (found: SecondFiles, link: Link, role: Role) =>
  (reason: string, row: number): void => {
    const known = found.unused.find(
      (each) => each.join === link.join.id && each.role === role && each.reason === reason,
    );
    if (known) known.rows.push(row);
    else found.unused.push({ ...sourceOf(link, role), reason, rows: [row] });
  };

function linkOf({ links, board }: Prepared, id: string): Result<Link> {
  const link = links.get(id);
  if (link) return ok(link);
  const join = board.joins.find((each) => each.id === id);
  if (!join) return failed(noFile);
  return failed(
    problem(
      "response-file-absent",
      `“${calledFile(join.source.file, "The second file")}”, which this panel reads, is not open or not matched.`,
      "Open it in Data.",
    ),
  );
}

export function originDays({ table }: Prepared, name: string | null): Result<Float64Array | null> {
  return name === null ? ok(null) : daysOf(table, name);
}

const noFile = problem(
  "response-file-gone",
  "A second file of this panel is no longer joined to the cohort.",
  "Choose another one beside the figure.",
);

const noLanes = problem(
  "response-no-lanes",
  "Treatments and markers have no lanes to stand on.",
  "Choose beside the figure which endpoint says how long a patient was followed.",
);
