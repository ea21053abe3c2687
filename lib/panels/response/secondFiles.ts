import type { TimeUnit } from "../../board/board";
import type { PanelOf } from "../../board/panelForms/registry";
import { daysOf } from "../../cohort/endpointTime";
import type { Link } from "../../cohort/link";
import { nth } from "../../numeric/nth";
import { failed, ok, type Problem, problem, type Result } from "../../result";
import type { Prepared } from "../prepared";
import { type Clock, stretchesOf } from "./lanes";
import { type Measurements, measurementsOf, statesOf, timesOf } from "./measurements";
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
  unused: { join: string; file: string; reason: string; rows: number[] }[];
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
    if (link.ok) found.files[role] = link.value.view.file;
    return made.value;
  };
  const { measurements, courses, markers } = panel;
  found.measurements = read("measurements", measurements, (link) => {
    if (!measurements) return failed(noFile);
    const times = timesOf(link, { column: measurements.time, unit: measurements.unit }, unit, origin.value);
    if (!times.ok) return times;
    const made = measurementsOf(link, measurements, times.value);
    if (made.ok) for (const each of made.value.unused) found.unused.push({ ...sourceOf(link), ...each });
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
        stretchesOf(nth(link.rows, row), start.value, stop.value, codes, length, noteIn(found, link)),
    });
  });
  found.markers = read("markers", markers, (link) => {
    if (!markers) return failed(noFile);
    const times = timesOf(link, { column: markers.time, unit: markers.unit }, unit, origin.value);
    if (!times.ok) return times;
    const { states, codes } = statesOf(link.table, markers.state);
    const note = noteIn(found, link);
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

const sourceOf = ({ join, view }: Link) => ({ join: join.id, file: view.file });

/** Notes rows of a second file under their reason. */
const noteIn =
  (found: SecondFiles, link: Link) =>
  (reason: string, row: number): void => {
    const known = found.unused.find((each) => each.join === link.join.id && each.reason === reason);
    if (known) known.rows.push(row);
    else found.unused.push({ ...sourceOf(link), reason, rows: [row] });
  };

function linkOf({ links, board }: Prepared, id: string): Result<Link> {
  const link = links.get(id);
  if (link) return ok(link);
  const join = board.joins.find((each) => each.id === id);
  if (!join) return failed(noFile);
  return failed(
    problem(
      "response-file-absent",
      `“${join.source.file ?? "The second file"}”, which this panel reads, is not open or not matched.`,
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
