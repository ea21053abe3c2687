import type { CellsAlike, ColumnReading, TrimmedCells } from "../table";
import type { Room } from "./room";
import { type ShortTexts, shortTexts, slotOf } from "./shortTexts";

/** While a column has no more different texts than this, they are kept as written beside its numbers. */
export const mostWritten = 1000;

/**
 * A column in the making, cell by cell. It begins as a dictionary of different texts. When these overflow and nearly
 * all are plain numbers it goes on as numbers, remembering the odd cells; otherwise it stays a dictionary. Kinds are
 * decided at the end, from all rows.
 */
export interface ColumnBuilder {
  name: string;
  /** Shared by the columns of a table. */
  room: Room;
  rows: number;
  codes: Int32Array;
  levels: string[];
  index: Map<string, number>;
  short: ShortTexts;
  /** Number of levels at which the dictionary is looked at again. */
  overflow: number;
  values: Float64Array | null;
  decimal: "." | ",";
  /** The decimal mark was told and is not looked for. */
  given: boolean;
  /** In number mode: cells that are no plain number and no missing word. */
  odd: { row: number; text: string }[];
  words: Map<string, CellsAlike>;
  /**
   * In number mode: a negative number or a fraction has been seen, so that the column measures something and holds no
   * codes.
   */
  measured: boolean;
  /**
   * In number mode: whether a decimal mark has been seen, and if so, whether always before three digits, where it could
   * set off thousands.
   */
  mark: "none" | "doubtful" | "proven";
  /** Texts that mean "no value" here by the user's word. */
  missing: ReadonlySet<string>;
  /** Texts that are values here although they usually mean "no value". */
  notMissing: ReadonlySet<string>;
  /** Outer blanks are part of the text. */
  keepsBlanks: boolean;
  /**
   * Later rows have shown that number mode was the wrong choice; the file must be read again with this column as a
   * dictionary.
   */
  overturned: boolean;
  /** Cells whose outer blanks were cut; and how many had which text before that, for the first 200 such texts. */
  trimmed: TrimmedCells;
  untrimmed: Map<string, number>;
}

/** `asTexts` keeps the column a dictionary, however many different texts there are. */
export function columnBuilder(choice: ColumnReading, asTexts: boolean, room: Room): ColumnBuilder {
  const never =
    asTexts ||
    choice.kind === "category" ||
    choice.kind === "date" ||
    (choice.labels?.length ?? 0) > 0 ||
    choice.serial !== undefined ||
    choice.suffix !== undefined ||
    choice.duration !== undefined;
  return {
    name: choice.name,
    room,
    rows: 0,
    codes: new Int32Array(256),
    levels: [],
    index: new Map(),
    short: shortTexts(),
    overflow: never ? Number.POSITIVE_INFINITY : mostWritten,
    values: null,
    decimal: choice.decimal ?? ".",
    given: choice.decimal !== undefined,
    odd: [],
    words: new Map(),
    measured: false,
    mark: "none",
    missing: new Set(choice.missing),
    notMissing: new Set(choice.notMissing),
    keepsBlanks: choice.blanks === "kept",
    overturned: false,
    trimmed: { count: 0, cells: [] },
    untrimmed: new Map(),
  };
}

/** Cells remembered by row, of those that are read otherwise than they are written. */
export const mostRemembered = 10_000;

/** Counts one more cell with this text. */
export function countWord(words: Map<string, CellsAlike>, text: string, row: number): void {
  const cells = words.get(text) ?? { count: 0, rows: [] };
  if (cells.count === 0) words.set(text, cells);
  if (cells.count++ < mostRemembered) cells.rows.push(row);
}

/** The code of a text in the dictionary, −1 when the column has no such cell. */
export function codeOf({ short, index }: ColumnBuilder, text: string): number {
  const slot = slotOf(short, text);
  return slot >= 0 ? short.codes[slot] - 1 : (index.get(text) ?? -1);
}

/** By code: whether the text is one of the words or means "no value" by the user's word. */
export function missingCodes(builder: ColumnBuilder, words: ReadonlySet<string>): Uint8Array {
  const missing = new Uint8Array(builder.levels.length);
  for (const word of [...words, ...builder.missing]) {
    if (builder.notMissing.has(word)) continue;
    const code = codeOf(builder, word);
    if (code >= 0) missing[code] = 1;
  }
  return missing;
}
