import { counted, formatCount } from "../format";
import { ok, type Result } from "../result";
import { cellText } from "./describe";
import { tableOf } from "./formats/cells";
import type { ReadFormat } from "./formats/format";
import { nullWords } from "./missing";
import { notice, quoted } from "./notices/notice";
import type { Notice, Question, ReadingOptions, Table } from "./table";

/** Reads a file as it is, or turned or with its sheets put together where the user says so; else asks where that may be meant. */
export function reshaped(read: ReadFormat): ReadFormat {
  return async (source, options, onProgress) => {
    const { turned, stacked, ...plain } = options;
    const texts: ReadTexts = (asked) => read(source, { ...plain, ...asked }, onProgress);
    if (stacked && stacked.length > 1) return stackedTable(texts, stacked, plain);
    if (turned) return turnedTable(texts, plain);
    const table = await read(source, plain, onProgress);
    if (!table.ok || turned !== undefined) return table;
    return ok({ ...table.value, questions: [...mayBeTurned(table.value), ...table.value.questions] });
  };
}

type ReadTexts = (options: ReadingOptions) => Promise<Result<Table>>;

/** The table with every cell as its text; read once for the names of the columns, and again to keep all texts. */
async function textTable(read: ReadTexts, options: ReadingOptions = {}): Promise<Result<Table>> {
  const first = await read({ ...options, columns: [], codeBook: undefined });
  if (!first.ok) return first;
  const columns = first.value.columns.map(({ name }) => ({
    name,
    kind: "category" as const,
    notMissing: [...nullWords],
    labels: [],
  }));
  return read({ ...options, columns, codeBook: undefined });
}

/** Each column but the first becomes a row; the first holds the names. */
async function turnedTable(read: ReadTexts, options: ReadingOptions): Promise<Result<Table>> {
  const found = await read({ columns: [] });
  if (!found.ok) return found;
  // No row below the names is a second line of them: each is a variable.
  const whole = await textTable(read, { header: found.value.reading.header });
  if (!whole.ok) return whole;
  const { columns, rows, reading, notices } = whole.value;
  const [names, ...patients] = columns;
  const header = [names.name, ...Array.from({ length: rows }, (_, row) => cellText(names, row))];
  const { format, encoding, sheet, sheets } = reading;
  const message = `Patients stand in columns: row n here is column n + 1 of the file, and its ${rows} rows are columns.`;
  const said = notice("table-turned", patients.length, message, "Say under “How the file is read” if it is not so.");
  const table = await tableOf(
    {
      format,
      encoding,
      columns: header,
      numeric: new Set(),
      rows: patients.length,
      text: (row, column) => (column === 0 ? patients[row].name : cellText(patients[row], column - 1)),
      notices: [said, ...aboutFile(notices)],
      sheet,
      sheets,
    },
    options,
  );
  return ok({ ...table, reading: { ...reading, decimal: table.reading.decimal } });
}

/** Sheets one below the other, with a column of their names; columns that one of them lacks are empty there. */
async function stackedTable(
  read: ReadTexts,
  names: readonly string[],
  options: ReadingOptions,
): Promise<Result<Table>> {
  const tables: Table[] = [];
  for (const sheet of names) {
    const table = await textTable(read, { sheet });
    if (!table.ok) return table;
    tables.push(table.value);
  }
  const columns = [...new Set(tables.flatMap((table) => table.columns.map(({ name }) => name)))];
  const own = columns.includes("sheet") ? "sheet of the workbook" : "sheet";
  const places = tables.flatMap((table, at) => Array.from({ length: table.rows }, (_, row) => ({ table, row, at })));
  const byName = new Map(tables.map((table) => [table, new Map(table.columns.map((each) => [each.name, each]))]));
  const { reading } = tables[0];
  const counts = tables.map((table, at) => `“${names[at]}” ${table.rows}`).join(", ");
  const message = `${formatCount(names.length)} sheets are put together, with a column “${own}” of their names; rows: ${counts}.`;
  const said = notice("sheets-stacked", names.length, message, "Say under “How the file is read” if it is not so.");
  const table = await tableOf(
    {
      format: reading.format,
      encoding: reading.encoding,
      columns: [own, ...columns],
      numeric: new Set(),
      rows: places.length,
      text: (row, column) => {
        const { table: of, row: inside, at } = places[row];
        const cells = column === 0 ? null : byName.get(of)?.get(columns[column - 1]);
        return column === 0 ? names[at] : cells ? cellText(cells, inside) : "";
      },
      notices: [said, ...tables.flatMap(({ notices }, at) => aboutFile(notices, `Sheet “${names[at]}”: `))],
      sheet: reading.sheet,
      sheets: reading.sheets,
    },
    options,
  );
  return ok({ ...table, reading: { ...reading, decimal: table.reading.decimal } });
}

/** What is said of the file itself; rows are counted otherwise once it is another table. */
const aboutFile = (notices: readonly Notice[], of = ""): Notice[] =>
  notices
    .filter(({ code }) => ofFile.has(code))
    .map(({ rows: _, ...said }) => ({ ...said, message: of + said.message }));

const ofFile = new Set(
  "encoding-guessed preamble-skipped header-joined second-header hidden-rows hidden-columns hidden-sheets merged-cells merged-cells-filled formula-cells formula-without-value numbers-as-text ragged-short ragged-long table-ended duplicate-columns".split(
    " ",
  ),
);

/** What clinical variables are called; of other names most tables have some. */
const clinical =
  /(^|[^\p{L}])(age|sex|gender|arm|treatment|stage|grade|status|event|death|dead|vital|time|months?|days?|survival|os|pfs|dfs|ecog|histology|alter|geschlecht|stadium|sexe|âge|edad|sexo)($|[^\p{L}])/iu;

/** Asked where the first column holds names of clinical variables, and the header none. */
function mayBeTurned({ columns, rows }: Table): Question[] {
  const [first, ...others] = columns;
  if (!first?.written || first.kind !== "category" || others.length < 3 || rows < 3 || rows > 500) return [];
  const names = first.written.levels.map((text) => text.replaceAll("_", " "));
  const share = (some: readonly string[]) => some.filter((name) => clinical.test(name)).length / some.length;
  const inHeader = share(others.map(({ name }) => name.replaceAll("_", " ")));
  const alike = new Set(first.written.codes).size === rows;
  if (!alike || share(names) < 0.5 || names.filter((name) => clinical.test(name)).length < 3 || inHeader > 0.1)
    return [];
  const message = `The first column holds names such as ${quoted(first.written.levels.slice(0, 3))}: patients may stand in columns.`;
  return [
    {
      ...notice("table-turned-open", others.length, message, "Until you say, each row is read as a patient."),
      choices: [
        { label: `Turn it: ${counted(others.length, "patient")} with ${rows} columns`, options: { turned: true } },
        { label: "Each row is a patient", options: { turned: false } },
      ],
    },
  ];
}
