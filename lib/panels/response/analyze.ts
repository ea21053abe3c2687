import type { TimeUnit } from "../../board/board";
import type { PanelOf } from "../../board/panelForms/registry";
import { countOf } from "../../cohort/counting";
import { unitOfEndpoint } from "../../cohort/endpoint";
import { responseCategories } from "../../cohort/responseMeaning";
import { nth } from "../../numeric/nth";
import { blocked } from "../blocked";
import { cohortRows } from "../cohortRows";
import { nobodyLeft } from "../grouped";
import type { PanelOutcome } from "../panelKind";
import type { Prepared } from "../prepared";
import { plainSetting } from "../setting";
import { shownEndpoint } from "../shownEndpoint";
import { unitFactor } from "../timeUnit";
import { type BestChanges, bestChanges } from "./bestChange";
import { type Categories, categoriesOf, noColumn, openWords } from "./categories";
import { colorsOf } from "./colored";
import { nothingMeasured, scaleInDoubt, signInDoubt } from "./doubts";
import { durationOf } from "./duration";
import { type Clock, clockOf, followed, lastedAt, progressionTime } from "./lanes";
import { type Noticed, noticesOf } from "./notices";
import { comparedRates, groupsOfResponse } from "./rates";
import { responseFrom } from "./recist";
import type { Marked, ResponsePatient, ResponseResult } from "./result";
import { ledgersOf, type SecondFiles, secondFilesOf } from "./secondFiles";

type Panel = PanelOf<"response">;

/** Steps of Fisher’s test before P is drawn instead: about half a second, and while something is dragged a fiftieth. */
const wholeSteps = 400_000;
const quickSteps = 10_000;

/** Categories, rates and best changes of the patients that the filters keep, and the course of each. */
export function analyzeResponse(prepared: Prepared, panel: Panel, quick = false): PanelOutcome<ResponseResult> {
  const { table, patients, selection } = prepared;
  const read = panel.response !== null;
  if (!read && panel.change === null && panel.measurements === null) return blocked(noColumn, null);
  const categories = categoriesOf(table, patients.size, panel);
  const rows = cohortRows(prepared, {
    group: panel.group,
    others: [panel.color, panel.strip].filter((each) => each !== null),
    without: {
      reason: "best response left out by you",
      rows: new Set(categories.ok ? categories.value.excluded : []),
    },
  });
  if ("state" in rows) return rows;
  const { ledger } = rows;
  if (!categories.ok) return blocked(categories.problem, ledger);
  const open = panel.response === null ? null : openWords(panel.response, categories.value);
  if (open) return blocked(open, ledger);
  if (rows.count === 0) return blocked(nobodyLeft(ledger, selection.selected), ledger);
  const represented = (row: number) => patients.represents[row] === 1;
  const changes = panel.change === null ? null : bestChanges(table, panel.change, represented);
  if (changes && !changes.ok) return blocked(changes.problem, ledger);
  if (panel.change && changes?.value.inDoubt)
    return blocked(scaleInDoubt(panel.change.column, changes.value.inDoubt), ledger);
  const turned =
    panel.change && changes ? signInDoubt(panel.change, changes.value, categories.value, rows.group) : null;
  if (turned) return blocked(turned, ledger);
  const color = colorsOf(prepared, panel.color ?? (read ? null : panel.group));
  const strip = colorsOf(prepared, panel.strip);
  for (const each of [color, strip]) if (each && !each.ok) return blocked(each.problem, ledger);
  const unit = unitOf(prepared, panel);
  const clocks = clocksOf(prepared, panel, unit);
  const seconds = secondFilesOf(prepared, panel, unit, clocks.base);
  const described = describe(prepared, panel, {
    steps: quick ? quickSteps : wholeSteps,
    unit,
    clocks,
    rows,
    categories: categories.value,
    changes: changes?.ok ? changes.value : null,
    seconds,
    color: color?.ok ? color.value : null,
    strip: strip?.ok ? strip.value : null,
  });
  if (!read && described.measured === 0) return blocked(nothingMeasured(described), ledger);
  return { state: "ready", ledger: { ...ledger, seconds: ledgersOf(seconds) }, result: described };
}

interface Parts {
  /** Of Fisher’s test. */
  steps: number;
  unit: TimeUnit;
  clocks: Clocks;
  rows: Exclude<ReturnType<typeof cohortRows>, { state: "blocked" }>;
  categories: Categories;
  changes: BestChanges | null;
  seconds: SecondFiles;
  color: { codes: Int32Array; shown: NonNullable<ResponseResult["color"]> } | null;
  strip: { codes: Int32Array; shown: NonNullable<ResponseResult["strip"]> } | null;
}

interface Clocks {
  follow: Clock | null;
  progression: Clock | null;
  responded: Clock | null;
  /** Whose time the lanes are as long as. */
  base: Clock | null;
}

function clocksOf(prepared: Prepared, { follow, progression, responded }: Panel, unit: TimeUnit): Clocks {
  const [followed, progressed] = [clockOf(prepared, follow, unit), clockOf(prepared, progression, unit)];
  return {
    follow: followed,
    progression: progressed,
    responded: clockOf(prepared, responded, unit),
    base: followed ?? progressed,
  };
}

/** The unit of the lanes: that of the endpoint they are as long as, else months. */
export function unitOf(prepared: Prepared, { follow, progression }: Panel): TimeUnit {
  const endpoint = [follow, progression]
    .filter((id) => clockOf(prepared, id, null) !== null)
    .flatMap((id) => prepared.board.endpoints.filter((each) => each.id === id))[0];
  return endpoint ? unitOfEndpoint(endpoint) : "months";
}

function describe(prepared: Prepared, panel: Panel, parts: Parts): ResponseResult {
  const { steps, unit, clocks, rows, categories, changes, seconds, color, strip } = parts;
  const { table, patients, board, endpoints } = prepared;
  const { group, levels } = rows;
  const lasted = new Int8Array(table.rows).fill(-1);
  const weight = rows.rows.weights === "count" ? rows.weight : undefined;
  const read = panel.response !== null;
  const shown = new Float64Array(table.rows).fill(Number.NaN);
  const each: ResponsePatient[] = [];
  const conflicts: Noticed["conflicts"] = [];
  let number = 0;
  for (let row = 0; row < table.rows; row++) {
    if (patients.represents[row] === 0) continue;
    number++;
    if (nth(group, row) < 0) continue;
    const category = nth(categories.codes, row);
    const long = lastedAt(clocks.progression, row, panel.benefit, unit);
    lasted[row] = long;
    const given = changes ? nth(changes.values, row) : Number.NaN;
    const measured = seconds.measurements ? nth(seconds.measurements.best, row) : Number.NaN;
    if (Math.abs(given - measured) > 1) conflicts.push({ row, given, measured });
    shown[row] = changes ? given : measured;
    each.push({
      row: row + 1,
      number,
      group: nth(group, row),
      size: weight ? nth(weight, row) : 1,
      category,
      change: nth(shown, row),
      lasted: long,
      color: color ? (color.codes[row] ?? -1) : read ? category : 0,
      strip: strip ? (strip.codes[row] ?? -1) : -1,
      lane: laneOf(row, category, parts),
      sums: {
        baseline: seconds.measurements?.baseline[row] ?? Number.NaN,
        nadir: seconds.measurements?.nadir[row] ?? Number.NaN,
      },
      series: seconds.measurements?.series[row] ?? [],
    });
  }
  const groups = groupsOfResponse(
    {
      group,
      category: categories.codes,
      lasted,
      change: shown,
      weight,
    },
    levels.map(({ value, label, color: own }) => ({ level: value, label, color: own })),
    { read, denominator: panel.denominator, level: panel.level, benefit: clocks.progression !== null },
  );
  const filled = groups.filter(({ n }) => n > 0);
  const places = groups.map((each) => filled.indexOf(each));
  const marked = markedOf(each);
  const place = board.endpoints.findIndex(({ id }) => id === panel.follow);
  const followData = endpoints[place]?.data ?? null;
  const result: ResponseResult = {
    kind: "response",
    endpoint:
      clocks.follow && followData
        ? shownEndpoint(board, nth(board.endpoints, place), { causes: followData.causes, landmark: null })
        : null,
    progression:
      clocks.progression && panel.progression ? { id: panel.progression, label: clocks.progression.label } : null,
    groupLabel: rows.groupLabel,
    ordered: rows.ordered,
    groups: filled,
    emptyGroups: groups.filter(({ n }) => n === 0).map(({ label }) => label),
    responseLabel: panel.response === null ? null : prepared.variables.label({ column: panel.response }),
    patients: filled.reduce((sum, { n }) => sum + n, 0),
    measured: each.reduce((sum, { change, size }) => (Number.isNaN(change) ? sum : sum + size), 0),
    changes: changesSaid(prepared, panel, seconds),
    measurements: seconds.measurements && {
      file: seconds.files.measurements ?? "",
      as: panel.measurements?.as ?? "sum",
      rows: seconds.measurements.used,
      patients: seconds.measurements.patients,
    },
    denominator: panel.denominator,
    benefit: read && clocks.progression ? panel.benefit : null,
    comparison: comparedRates(filled, panel.compared, {
      ...panel,
      references: [panel.reference, ...rows.references.map((level) => nth(levels, level).value)],
      steps,
    }),
    duration: durationOf(
      prepared,
      panel.duration,
      group.map((code) => (code < 0 ? -1 : nth(places, code))),
      filled,
      panel.level,
    ),
    level: panel.level,
    unit,
    origin: originOf(prepared, panel),
    // Places of groups are those of the groups shown.
    each: each.map((patient) => ({ ...patient, group: nth(places, patient.group) })),
    color: color?.shown ?? null,
    strip: strip?.shown ?? null,
    courseStates: seconds.courses?.states ?? [],
    markerStates: seconds.markers?.states ?? [],
    marked,
    words: categories.words,
    blank: {
      count: countOf(
        categories.blank.filter((row) => nth(group, row) >= 0),
        patients,
      ),
      as: panel.blank,
    },
    guard: guardOf(prepared, panel, clocks, each, unit),
    // Weights of a sample are not used, and that is said.
    setting: { ...plainSetting, ...rows.rows, weights: rows.rows.weights === "count" ? "count" : null },
    sampled: rows.rows.weights === "sampling",
    leftOut: rows.leftOut,
    notices: [],
  };
  return {
    ...result,
    notices: noticesOf({ result, panel, prepared, changes, categories, seconds, conflicts, marked, group }),
  };
}

/** The course of a patient; null where it is not known how long it was followed. */
function laneOf(row: number, category: number, { clocks, unit, seconds }: Parts): ResponsePatient["lane"] {
  const length = followed(clocks.base, row);
  if (Number.isNaN(length)) return null;
  const told = followed(clocks.responded, row);
  const responded = clocks.responded
    ? clocks.responded.data.cause[row] === 1
      ? told
      : Number.NaN
    : category >= 0 && category <= responseCategories.indexOf("PR")
      ? firstResponse(seconds.measurements?.series[row] ?? [])
      : Number.NaN;
  return {
    length,
    dead: clocks.follow !== null && clocks.follow.data.cause[row] === 1,
    progression: progressionTime(clocks.progression, clocks.follow, row, unit),
    response: responded,
    courses: seconds.courses?.of(row, length) ?? [],
    markers: seconds.markers?.of(row) ?? [],
  };
}

/** When the sum was first smaller than its baseline by 30%; NaN where it never was. */
export const firstResponse = (series: ResponsePatient["series"]): number =>
  series.find(({ change }) => change <= responseFrom + 1e-9)?.time ?? Number.NaN;

/** Bars on the other side of −30% than their category: confirmation, non-target or new lesions may explain them. */
const markedOf = (each: readonly ResponsePatient[]): Marked[] =>
  each
    .filter(({ category, change }) => {
      const word = responseCategories[category];
      return word === "SD" ? change <= responseFrom : (word === "PR" || word === "CR") && change > responseFrom;
    })
    .map(({ row, number, category, change }) => ({ row, number, category, change }));

function changesSaid({ variables }: Prepared, { change, measurements }: Panel, seconds: SecondFiles) {
  if (change)
    return {
      from: "column" as const,
      label: variables.label({ column: change.column }),
      fractions: change.scale === "fraction",
      turned: change.positive === "shrinkage",
      scaleSaid: change.scale !== null,
    };
  if (!measurements || !seconds.measurements) return null;
  return { from: "measurements" as const, label: measurements.value, fractions: false, turned: false, scaleSaid: true };
}

const originOf = ({ board }: Prepared, { follow, progression }: Panel): string =>
  [follow, progression]
    .flatMap((id) => board.endpoints.filter((each) => each.id === id))
    .map(({ origin }) => origin)
    .find((origin) => origin.trim() !== "") ?? "";

/** Two months, by which a first staging is usual. */
const usualLandmark = 2;
/** The last first response decides up to here, in months; a later landmark would lose too many. */
const latestLandmark = 6;

/** Survival by response from a landmark, where there are patients of two categories to compare. */
function guardOf(
  { board }: Prepared,
  { follow }: Panel,
  clocks: Clocks,
  each: readonly ResponsePatient[],
  unit: TimeUnit,
): ResponseResult["guard"] {
  if (clocks.follow === null || follow === null) return null;
  if (new Set(each.map(({ category }) => category)).size < 2) return null;
  const { unit: own, label } = clocks.follow;
  const responses = each.flatMap(({ lane }) => (lane && !Number.isNaN(lane.response) ? [lane.response] : []));
  const lastResponse =
    responses.length === 0
      ? Number.NaN
      : responses.reduce((most, at) => Math.max(most, at), 0) * unitFactor(unit, "months");
  const months =
    lastResponse > usualLandmark && lastResponse <= latestLandmark ? Math.ceil(lastResponse) : usualLandmark;
  const at = months * unitFactor("months", own);
  return {
    endpoint: follow,
    label: board.endpoints.find(({ id }) => id === follow)?.label ?? label,
    unit: own,
    at: own === "months" ? at : own === "years" ? Number(at.toPrecision(2)) : Math.ceil(at),
    lastResponse: lastResponse * unitFactor("months", own),
  };
}
