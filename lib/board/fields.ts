import * as z from "zod";

/** Parts of the board file that several of its sections use. */

export const id = z.string().min(1).max(100);
const textLength = 2000;
export const text = z.string().max(textLength);
/** Words made of what the user's columns are called, however long that is, as a text that a board may hold. */
export const asText = (words: string): string => words.slice(0, textLength);
/** What stands in the user's file: as long as it is there. The board file as a whole is bounded (boardFile.ts). */
export const fromFile = z.string();
export const columnName = z.string();
export const finite = z.number();

export const timeUnitSchema = z.enum(["days", "weeks", "months", "years"]);
export type TimeUnit = z.infer<typeof timeUnitSchema>;

/** What the values of a column are called. */
const labelsSchema = z.array(z.strictObject({ value: fromFile, label: fromFile }));

const readingSchema = z.strictObject({
  encoding: z.string().max(40).optional(),
  separator: z.string().max(4).optional(),
  decimal: z.enum([".", ","]).optional(),
  /** 1-based line of the header; 0: the file has none. */
  header: z.int().min(0).optional(),
  sheet: fromFile.optional(),
  quotes: z.literal("literal").optional(),
  /** Which column has no name where the header has one name fewer than the rows have cells. */
  unnamed: z.enum(["first", "last"]).optional(),
  /** 1-based line at which the table ends; 0: where the file does. */
  lastLine: z.int().min(0).optional(),
  /** Patients stand side by side: the rows of the file are its columns. */
  turned: z.boolean().optional(),
  /** Sheets of the same columns that are one table. */
  stacked: z.array(fromFile).max(1000).optional(),
  /** What a code book that came beside the file says of its values, and which file that was. */
  codeBook: z
    .strictObject({ from: fromFile, columns: z.array(z.strictObject({ name: columnName, labels: labelsSchema })) })
    .optional(),
});

/** How a table of counts was made of the patients of a database. */
const countedSchema = z.strictObject({
  /** What was counted there. */
  from: fromFile,
  /** Times were raised to the end of one of these; null: they are as recorded. */
  grid: timeUnitSchema.nullable(),
  /** Cells of fewer patients were merged. */
  smallest: z.int().min(1),
  /** So many patients of them at a later time, and whether 1 to `smallest` − 1 are in no cell; absent where nobody has counted them. */
  merged: z.int().min(0).optional(),
  someLeft: z.boolean().optional(),
});
export type CountedSource = z.infer<typeof countedSchema>;

export const sourceSchema = z.strictObject({
  file: fromFile.nullable(),
  rows: z.int().min(0).nullable(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  reading: readingSchema.default({}),
  counted: countedSchema.optional(),
});

export const columnSchema = z.strictObject({
  name: columnName,
  kind: z.enum(["number", "category", "date"]).optional(),
  // How its cells are read; the words are those of ColumnReading in lib/table.
  decimal: z.enum([".", ","]).optional(),
  suffix: z.string().max(60).optional(),
  dateOrder: z.enum(["dmy", "mdy"]).optional(),
  centuryFrom: z.int().optional(),
  serial: z.union([z.literal(1900), z.literal(1904)]).optional(),
  limits: z.enum(["leaveOut", "limit", "half", "censored"]).optional(),
  footnotes: z.enum(["leaveOut", "read"]).optional(),
  dayOfMonth: z.enum(["leaveOut", "first", "middle", "last"]).optional(),
  duration: z.enum(["days", "months", "years"]).optional(),
  missing: z.array(fromFile).optional(),
  notMissing: z.array(fromFile).optional(),
  blanks: z.literal("kept").optional(),
  labels: labelsSchema.optional(),
  unit: z.string().max(60).optional(),
  label: text.optional(),
  /** The user's order of levels, with what is shown for them. Levels not listed follow in natural order. */
  levels: z
    .array(
      z.strictObject({
        value: fromFile,
        label: text.optional(),
        color: z
          .string()
          .regex(/^#[0-9a-f]{6}$/i)
          .optional(),
      }),
    )
    .optional(),
  ordered: z.boolean().optional(),
  /**
   * The most frequent levels are kept, so many of them; all others become one level. Unset: every level stands for
   * itself.
   */
  keepLevels: z.int().min(1).max(1000).optional(),
  /** The user's word on whether the column identifies patients; unset: as the file suggests. */
  identifying: z.boolean().optional(),
});
export type ColumnChoice = z.infer<typeof columnSchema>;
