import type { Board, ColumnChoice, Endpoint, TimeUnit, Variable } from "../board/board";
import { panelForms } from "../board/panelForms/registry";
import { choiceFor } from "../cohort/columns";
import { saysUnknownDay } from "../cohort/endpointFromRule";
import { columnsOfTime, daysIn } from "../cohort/endpointTime";
import { listed, plainNumber } from "../format";
import { failed, ok, type Problem, problem, type Result } from "../result";
import { missingWords } from "../table/missing";
import { columnsOfEndpoint, unanswerable, withPanelsOfCells } from "./answerable";
import { type CellNames, countBoard, eventWords } from "./countBoard";
import { type CountOptions, wrongOptions } from "./countOptions";
import { type DialectId, dialects, type Writing, writing } from "./dialects";
import { endpointLayers, type Layer, never, type Sources } from "./endpointInSql";
import { blanksOf, dateParts, dayOfParts, numberOf, numberText, textOf, type WarehouseColumn } from "./reading";

/** One query with what its answer is read by. */
export interface CountQuery {
  sql: string;
  /** In the order of the answer; the last is the number of patients. */
  columns: string[];
  /** The column that says which cells were merged at a later time; null where none may be. */
  mergedTo: string | null;
  /** The board of the cells, whose panels are those of the given one. */
  board: Board;
  /** What is lost or taken for granted, in sentences. */
  notes: string[];
}

/** Coarser times of small cells, in steps of the grid. */
const coarser = 12;

/** A table by the parts of its name, such as schema and table. */
export function tableName(name: string, dialect: DialectId): string {
  const w = writing(dialect);
  return name.split(".").map(w.name).join(".");
}

/**
 * The board and the columns of a table as one SELECT … GROUP BY: how many patients have each combination of what the
 * board needs. Problems where a column is not there or not of its kind, and where cells cannot answer its endpoints; panels that they cannot answer are left
 * out, and said.
 */
export function countQuery(whole: Board, options: CountOptions): Result<CountQuery> {
  const { board, without } = withPanelsOfCells(whole);
  const { columns, grid, smallest } = options;
  const wrong = [...unanswerable(board), ...wrongOptions(board, options)];
  if (wrong[0]) return failed(several(wrong));
  const w = writing(options.dialect);
  const variables = variablesOf(board);
  const needed = [...new Set([...board.endpoints.flatMap(columnsOfEndpoint), ...variables])];
  const absent = needed.filter((name) => !columns.some((column) => column.name === name));
  if (absent.length > 0) return failed(notThere(absent, options));
  const table = columns.filter(({ name }) => needed.includes(name));
  const { layers, sources } = sourceLayers(table, board, w);
  // Whatever else is asked of the table later, these keep their names.
  const taken = new Set(columns.map(({ name }) => name));
  const cells = board.endpoints.map((endpoint) => ({ endpoint, names: namesOf(endpoint, taken) }));
  for (const [place, { endpoint }] of cells.entries())
    layers.push(...endpointLayers(endpoint, `e${place}`, sources, w));
  const mergedTo = free("time merged", taken);
  const patients = free("patients", taken);
  const own = variables.map((name): [string, string] => [name, binnedText(name, options, sources, w)]);
  const times = cells.flatMap(({ endpoint, names }, place) => [
    [
      names.time,
      usedOnly(`e${place}`, onGrid(`e${place}_time`, endpoint, grid, 1, w)),
      usedOnly(`e${place}`, onGrid(`e${place}_time`, endpoint, grid, coarser, w)),
    ] as const,
    ...(names.entry === null ? [] : [[names.entry, usedOnly(`e${place}`, `e${place}_entry`), "NULL"] as const]),
  ]);
  const texts = [
    ...cells.flatMap(({ endpoint, names }, place): [string, string][] => [
      [names.event, usedOnly(`e${place}`, eventWord(endpoint, place, w))],
      [names.leftOut, `e${place}_why`],
    ]),
    ...own,
  ];
  const sql = smallest > 1 ? withoutSmall() : plain();
  const notes = [...notesOf(table, board, options), ...without];
  return ok({
    sql: `${comment(board, options, notes)}${sql}\n`,
    columns: [
      ...times.map(([name]) => name),
      ...texts.map(([name]) => name),
      ...(smallest > 1 ? [mergedTo] : []),
      patients,
    ],
    mergedTo: smallest > 1 ? mergedTo : null,
    board: countBoard(board, cells, patients, { from: options.called, grid, smallest }),
    notes,
  });

  function rows() {
    const from = layers.reduce((inner, layer, depth) => layered(inner, layer, depth > 0, w.fence), options.from);
    return `(\n${from}\n) l`;
  }

  function plain(): string {
    const values = [
      ...times.map(([, value], place) => `${value} AS t${place}`),
      ...texts.map(([, value], place) => `${value} AS c${place}`),
    ];
    const all = [...names("t", times), ...names("c", texts)].join(", ");
    return `SELECT\n${named(
      times.map((_, place) => `t${place}`),
      texts.map((_, place) => `c${place}`),
    )},\n  n AS ${w.name(patients)}\nFROM (\nSELECT ${all}, COUNT(*) AS n\nFROM (\nSELECT\n  ${values.join(",\n  ")}\nFROM ${rows()}\n) cells\nGROUP BY ${all}\n) counted`;
  }

  /** The columns of the answer under their names. */
  function named(numbers: readonly string[], words: readonly string[]): string {
    const shown = [...numbers.map((value) => numberText(value, w)), ...words];
    const called = [...times, ...texts].map(([name]) => w.name(name));
    return shown.map((value, place) => `  ${value} AS ${called[place]}`).join(",\n");
  }

  /**
   * Cells that are too small are merged at a later time; those that stay too small are left out together, with the reason, and without their
   * number where even that is too small.
   */
  function withoutSmall(): string {
    const fine = times.map(([, value], place) => `${value} AS t${place}`);
    const late = times.map(([, , value], place) => `${value} AS s${place}`);
    const said = texts.map(([, value], place) => `${value} AS c${place}`);
    const [ts, ss, cs] = [names("t", times), names("s", times), names("c", texts)];
    const counts = `SELECT ${[...ts, ...ss, ...cs].join(", ")}, COUNT(*) AS n\nFROM (\nSELECT ${[...fine, ...late, ...said].join(",\n  ")}\nFROM ${rows()}\n) cells\nGROUP BY ${[...ts, ...ss, ...cs].join(", ")}`;
    const few = `SUM(CASE WHEN n < ${smallest} THEN n ELSE 0 END)`;
    const judged = w.withFew(counts, few, ts, [...ss, ...cs]);
    const isKept = `(n >= ${smallest} OR few >= ${smallest})`;
    const reasons = new Set(cells.map(({ names: { leftOut } }) => leftOut));
    const numbers = times.map(
      (_, place) => `CASE WHEN n >= ${smallest} THEN t${place} WHEN few >= ${smallest} THEN s${place} END AS o${place}`,
    );
    const words = texts.map(([name], place) => {
      const otherwise = reasons.has(name) ? w.text("in a cell of too few patients") : "NULL";
      return `CASE WHEN ${isKept} THEN c${place} ELSE ${otherwise} END AS q${place}`;
    });
    const merged = `CASE WHEN n < ${smallest} AND few >= ${smallest} THEN ${w.text(`to ${coarser} ${grid}`)} END AS merged`;
    const [os, qs] = [names("o", times), names("q", texts)];
    const all = [...os, ...qs, "merged"].join(", ");
    return `SELECT\n${named(os, qs)},\n  merged AS ${w.name(mergedTo)},\n  CASE WHEN n >= ${smallest} THEN n END AS ${w.name(patients)}\nFROM (\nSELECT ${all}, SUM(n) AS n\nFROM (\nSELECT\n  ${[...numbers, ...words, merged].join(",\n  ")},\n  n\nFROM (\n${judged}\n) judged\n) merged\nGROUP BY ${all}\n) counted`;
  }
}

const names = (letter: string, of: readonly unknown[]) => of.map((_, place) => `${letter}${place}`);

/** A query of one more layer over an inner one. */
const layered = (inner: string, layer: Layer, keeps: boolean, fence: string): string => {
  const made = Object.entries(layer).map(([name, value]) => `  ${value} AS ${name}`);
  const from = keeps ? `(\n${inner}\n) l` : inner;
  return `SELECT\n${[...(keeps ? ["  *"] : []), ...made].join(",\n")}\nFROM ${from}${fence}`;
};

/** Of rows that the endpoint uses alone. */
const usedOnly = (prefix: string, value: string) => `CASE WHEN ${prefix}_why IS NULL THEN ${value} END`;

/** As the times of an exported data set in whole months: raised to the end of a step (`dataSet/wholeMonths.ts`). */
function onGrid(time: string, endpoint: Endpoint, grid: TimeUnit | null, times: number, w: Writing): string {
  if (grid === null) return time;
  const step = w.asDouble(String((daysIn[grid] / daysIn[endpoint.time.unit ?? "days"]) * times));
  return `CEIL(${time} / ${step} - ${w.asDouble("0.000000001")}) * ${step}`;
}

function eventWord(endpoint: Endpoint, place: number, w: Writing): string {
  const words = eventWords(endpoint).map((word, cause) => ` WHEN e${place}_cause = ${cause} THEN ${w.text(word)}`);
  return `CASE${words.join("")} END`;
}

function namesOf({ label, entry }: Endpoint, taken: Set<string>): CellNames {
  return {
    time: free(`${label} time`, taken),
    event: free(`${label} event`, taken),
    leftOut: free(`${label} left out`, taken),
    entry: entry === null ? null : free(`${label} entry`, taken),
  };
}

function free(name: string, taken: Set<string>): string {
  let own = name;
  for (let number = 2; taken.has(own); number++) own = `${name} ${number}`;
  taken.add(own);
  return own;
}

/** The columns that filters, panels, scores and derived columns of a board look at. */
export function variablesOf({ filters, panels, scores, edits }: Board): string[] {
  const made = new Map(edits.derivedColumns.map((derived) => [derived.name, derived]));
  const found = new Set<string>();
  const add = (name: string) => {
    const derived = made.get(name);
    if (!derived) found.add(name);
    else for (const source of sourcesOf(derived)) add(source);
  };
  const addVariable = (of: Variable) => {
    if ("column" in of) add(of.column);
  };
  for (const { of } of filters) addVariable(of);
  for (const panel of panels) for (const { of } of panelForms[panel.kind].variables(panel)) addVariable(of);
  for (const { factors } of scores)
    for (const { column, when, formula } of factors)
      for (const name of [column, "column" in when ? when.column : null, formula?.column ?? null])
        if (name !== null) add(name);
  return [...found];
}

function sourcesOf(derived: Board["edits"]["derivedColumns"][number]): string[] {
  const named = derived as Partial<Record<"column" | "start" | "end" | "over" | "under", string>>;
  return [named.column, named.start, named.end, named.over, named.under].filter((name) => name !== undefined);
}

/** The columns that are read as numbers, and as days. */
function readAs({ endpoints, columns }: Board): { numbers: Set<string>; days: Set<string> } {
  const [numbers, days] = [new Set<string>(), new Set<string>()];
  for (const { time, entry } of endpoints) {
    const into = time.from === "column" || time.from === "outcome" ? numbers : days;
    for (const name of columnsOfTime(time)) into.add(name);
    if (entry !== null)
      (columns.some(({ name, kind }) => name === entry && kind === "date") ? days : numbers).add(entry);
  }
  return { numbers, days };
}

/** The layers that read the table: texts, then what they say. */
function sourceLayers(table: WarehouseColumn[], board: Board, w: Writing): { layers: Layer[]; sources: Sources } {
  const read = new Set(board.endpoints.flatMap(columnsOfEndpoint));
  const { numbers, days } = readAs(board);
  const first: Layer = {};
  const parts: Layer = {};
  const values: Layer = {};
  const place = new Map(table.map(({ name }, index) => [name, index]));
  const at = (letter: string, name: string) => `${letter}${place.get(name)}`;
  const choice = (name: string): Partial<ColumnChoice> => choiceFor(board, name);
  const typeOf = (name: string) => table[place.get(name) ?? -1]?.type ?? "text";
  const isText = (name: string) => typeOf(name) === "text" || typeOf(name) === "boolean";
  for (const column of table) {
    const { name, type } = column;
    const text = at("x", name);
    first[text] = textOf(column, w);
    if (!read.has(name)) continue;
    if (type === "integer" || type === "number") first[at("n", name)] = w.asDouble(w.name(name));
    else if (type === "date") first[at("d", name)] = w.day(w.name(name));
    else {
      if (numbers.has(name)) parts[at("n", name)] = numberOf(text, choice(name), w);
      if (!days.has(name)) continue;
      const { year, month, day } = dateParts(text, choice(name), w);
      parts[at("y", name)] = year;
      parts[at("m", name)] = month;
      parts[at("k", name)] = day;
      values[at("d", name)] = dayOfParts(at("y", name), at("m", name), at("k", name), w);
    }
  }
  const blanks = (name: string) => blanksOf(at("x", name), choice(name), w);
  const says = (name: string, value: string) =>
    isText(name) ? `(NOT ${blanks(name).blankValue} AND ${value} IS NULL)` : never;
  const unknown = [...missingWords].filter(saysUnknownDay).map(w.text).join(", ");
  const sources: Sources = {
    text: (name) => at("x", name),
    number: (name) => (typeOf(name) === "date" ? "NULL" : at("n", name)),
    day: (name) => (typeOf(name) === "integer" || typeOf(name) === "number" ? "NULL" : at("d", name)),
    isDate: (name) => typeOf(name) === "date" || (isText(name) && choice(name).kind === "date"),
    blankLevel: (name) => blanks(name).blankLevel,
    noNumber: (name) => says(name, at("n", name)),
    noDay: (name) => says(name, at("d", name)),
    saysUnknown: (name) => (isText(name) ? `${at("x", name)} IN (${unknown})` : never),
  };
  return { layers: [first, parts, values].filter((layer) => Object.keys(layer).length > 0), sources };
}

function binnedText(name: string, { bins, columns }: CountOptions, s: Sources, w: Writing): string {
  const width = bins[name];
  const column = columns.find((each) => each.name === name);
  if (width === undefined || !column) return s.text(name);
  const number = column.type === "text" ? numberOf(s.text(name), {}, w) : w.double(s.text(name));
  const step = w.asDouble(String(width));
  const lowered = `(FLOOR((${number}) / ${step}) * ${step})`;
  return `CASE WHEN (${number}) IS NULL THEN ${s.text(name)} ELSE ${numberText(lowered, w)} END`;
}

function several([first, ...more]: Problem[]): Problem {
  const { code, message, hint } = first as Problem;
  return problem(code, [message, ...more.map((each) => each.message)].join(" "), hint);
}

function notThere(absent: string[], { called, columns }: CountOptions): Problem {
  const names = listed(absent.map((name) => `“${name}”`));
  const there = columns.slice(0, 12).map(({ name }) => `“${name}”`);
  return problem(
    "column-absent",
    `${called} has no column ${names}, which the board needs.`,
    `Check the table and the board. It has ${there.join(", ")}${columns.length > there.length ? " …" : ""}.`,
  );
}

function notesOf(table: WarehouseColumn[], board: Board, { grid, smallest, bins }: CountOptions): string[] {
  const dates = board.endpoints.flatMap(({ time }) =>
    time.from === "rule" || time.from === "dates"
      ? columnsOfEndpoint({ time, event: null, entry: null } as Endpoint)
      : [],
  );
  const texts = [...new Set(dates)].filter(
    (name) =>
      table.some((column) => column.name === name && column.type === "text") &&
      choiceFor(board, name).dateOrder === undefined,
  );
  return [
    "Each row is counted as one patient.",
    ...(texts.length > 0
      ? [
          `Dates written as texts (${texts.map((name) => `“${name}”`).join(", ")}) are read as year, month, day; others count as not readable, unless Data says what 03/04/2020 means.`,
        ]
      : []),
    ...(grid === null ? [] : [`Times are in whole ${grid}: each is raised to the end of its own.`]),
    ...Object.entries(bins).map(([name, width]) => `“${name}” is lowered to multiples of ${plainNumber(width)}.`),
    ...(smallest > 1
      ? [
          `Cells of fewer than ${smallest} patients are merged at the end of ${coarser} ${grid}; those that stay smaller are left out with that as their reason; if all of these are fewer than ${smallest}, their number is left blank.`,
        ]
      : []),
  ];
}

/** Lines before the query that say what it is. */
function comment(board: Board, options: CountOptions, notes: string[]): string {
  const lines = [
    `Counts for a board of Meierboard, in the SQL of ${dialects[options.dialect].label}: how many patients have each combination.`,
    ...notes,
    ...(board.patientId === null
      ? []
      : [`If a patient can have several rows, compare COUNT(*) with COUNT(DISTINCT …) of the patient id first.`]),
  ];
  return `${lines.map((line) => `-- ${line.replace(/\s+/g, " ")}`).join("\n")}\n`;
}
