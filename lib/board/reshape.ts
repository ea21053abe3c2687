import * as z from "zod";
import { columnName, columnSchema, fromFile, id, sourceSchema, timeUnitSchema } from "./fields";
import { countedSchema, genesReadingSchema } from "./genes";

/** How the table of the file becomes one row per patient: second files, several rows, new columns, changed cells. */

const newName = z.string().min(1).max(200);

const derivedSchema = z.discriminatedUnion("from", [
  /**
   * Groups of a number: at given cuts, or at its quantiles among all patients (`parts` 2 is the median, 3 tertiles).
   */
  z.strictObject({
    from: z.literal("cut"),
    name: newName,
    column: columnName,
    by: z.union([
      z.strictObject({ at: z.array(z.number()).min(1).max(20) }),
      z.strictObject({ parts: z.int().min(2).max(10) }),
    ]),
    /** Whether a value equal to a cut is in the group above it ("<": below | at or above) or below it ("<="). */
    below: z.enum(["<", "<="]).default("<"),
    /** Names of the groups from low to high; absent ones are generated ("< 10", "10 to < 20", "≥ 20"). */
    labels: z.array(fromFile).default([]),
  }),
  /**
   * The `keep` values that most patients have, in natural order, and all others as one last group; a single further value
   * stays itself.
   */
  z.strictObject({ from: z.literal("mostFrequent"), name: newName, column: columnName, keep: z.int().min(1).max(50) }),
  /** The calendar year of a date. */
  z.strictObject({ from: z.literal("year"), name: newName, column: columnName }),
  /** end − start, negative where the order is reversed. */
  z.strictObject({
    from: z.literal("dateDifference"),
    name: newName,
    start: columnName,
    end: columnName,
    unit: timeUnitSchema,
  }),
  /** end − start of two columns of times that count from the same day in the same unit, as those of a timeline. */
  z.strictObject({ from: z.literal("timeDifference"), name: newName, start: columnName, end: columnName }),
  /** over / under, missing where under is 0. */
  z.strictObject({ from: z.literal("ratio"), name: newName, over: columnName, under: columnName }),
  /**
   * "altered" or "wild type" by every second file that is read as genes and by `columns` of the cohort (null: those that
   * look like genes); missing where the gene was not tested.
   */
  z.strictObject({
    from: z.literal("alteration"),
    name: newName,
    gene: fromFile,
    columns: z.array(columnName).max(2000).nullable().default(null),
    counted: countedSchema,
  }),
]);
export type DerivedColumn = z.infer<typeof derivedSchema>;

/** Several rows per patient, one for each value of `parameter`: column V becomes "V (value)" for each of them. */
const pivotSchema = z.strictObject({ parameter: columnName, values: z.array(columnName).max(50) });
export type Pivot = z.infer<typeof pivotSchema>;

/**
 * Which of several rows of a patient gives the value: the first or last in the file that has one, the greatest or
 * smallest number or date; the row with the earliest or latest `by`; that whose `by` is nearest to `to`, a column of the
 * patient, or the first one after it.
 */
const inFileOrder = { rule: z.enum(["first", "last", "greatest", "smallest"]) };
const inOrderOf = { rule: z.enum(["latest", "earliest"]), by: columnName };
const relativeTo = { rule: z.enum(["nearest", "firstAfter"]), by: columnName, to: columnName };
/** The best word of response up to the first progression by `by`; null: of all rows. */
const bestOf = { rule: z.literal("bestResponse"), by: columnName.nullable().default(null) };
const rowChoiceSchema = z.discriminatedUnion("rule", [
  z.strictObject(inFileOrder),
  z.strictObject(inOrderOf),
  z.strictObject(relativeTo),
  z.strictObject(bestOf),
]);
export type RowChoice = z.infer<typeof rowChoiceSchema>;

/** What one column of a file with several rows per patient gives; "count": how many of the rows have a value. */
const ofRowsSchema = z.strictObject({
  column: columnName,
  take: z.discriminatedUnion("rule", [...rowChoiceSchema.options, z.strictObject({ rule: z.literal("count") })]),
});
export type OfRows = z.infer<typeof ofRowsSchema>;

/**
 * A unit conversion of the numbers of a column: those above `above` (or below `below`, exclusive; both null: all of
 * them) are multiplied or divided.
 */
const conversionSchema = z.strictObject({
  column: columnName,
  above: z.number().nullable().default(null),
  below: z.number().nullable().default(null),
  op: z.enum(["multiply", "divide"]),
  by: z.number().positive(),
});
export type Conversion = z.infer<typeof conversionSchema>;

/**
 * A cell corrected by hand: what it said, and what it says now, as a number with a decimal point, a day as 2019-02-28,
 * or a text; "" is no value. `patient` is the id of its row, where there is one; `several` says that the patient had more
 * rows; `row` is the data row, from 1, of the file it was corrected in, and `mark` a fingerprint of all that stood there.
 */
const cellEditSchema = z.strictObject({
  patient: fromFile.nullable(),
  several: z.boolean(),
  row: z.int().min(1),
  mark: z.string().max(40),
  column: columnName,
  from: fromFile,
  to: fromFile,
});
export type CellEdit = z.infer<typeof cellEditSchema>;

export const editsSchema = z.strictObject({
  mergedLevels: z.array(z.strictObject({ column: columnName, from: z.array(fromFile), to: fromFile })).default([]),
  changedCells: z.array(cellEditSchema).max(2000).default([]),
  /** In this order, before anything else uses the numbers. */
  conversions: z.array(conversionSchema).max(200).default([]),
  /** In this order; a later one may use an earlier. */
  derivedColumns: z.array(derivedSchema).default([]),
  pivot: pivotSchema.nullable().default(null),
  /**
   * Which row stands for a patient with several that differ; null: not decided, the curves wait. "firstValue": the
   * first row, and where it has no value the first later row that has one. "intervals": the rows are intervals of time
   * of one patient, from the entry to the end of an endpoint; "firstEvent": of these only those up to the first event.
   */
  severalRows: z.enum(["first", "last", "firstValue", "intervals", "firstEvent"]).nullable().default(null),
  /** Columns with a rule of their own, whichever row stands for the patient; not where rows are intervals. */
  ofRows: z.array(ofRowsSchema).max(500).default([]),
});

/** Only rows with one of `values` in `column` count; null: every row. */
const whereSchema = z
  .strictObject({ column: columnName, values: z.array(fromFile).min(1) })
  .nullable()
  .default(null);

const takenAs = { name: newName, column: columnName, where: whereSchema };
const tallied = {
  ...takenAs,
  values: z.array(fromFile).nullable().default(null),
  absent: z.enum(["missing", "no"]).default("missing"),
};

/** One column that a second file gives to the cohort. `absent`: what a patient without any row in that file gets. */
const takenSchema = z.discriminatedUnion("rule", [
  z.strictObject({ ...inFileOrder, ...takenAs }),
  z.strictObject({ ...inOrderOf, ...takenAs }),
  /** `to` is a column of the cohort. */
  z.strictObject({ ...relativeTo, ...takenAs }),
  z.strictObject({ ...bestOf, ...takenAs }),
  /** "yes" where some row of the patient has one of `values` (null: any value) in `column`, else "no". */
  z.strictObject({ rule: z.literal("any"), ...tallied }),
  /** How many rows of the patient have one of `values` (null: any value) in `column`. */
  z.strictObject({ rule: z.literal("count"), ...tallied }),
]);
export type Taken = z.infer<typeof takenSchema>;

export const joinSchema = z.strictObject({
  id,
  source: sourceSchema,
  /** How the cells of the second file are read. */
  columns: z.array(columnSchema).default([]),
  /** Rows belong together where `key` of the second file is the same as `to` of the first. */
  key: columnName,
  to: columnName,
  /**
   * "loose": upper and lower case, blanks, hyphens, underscores, points and leading zeros make no difference.
   * "beginning": `key` begins with the patient's id and goes on after a hyphen, point, underscore, blank or colon.
   */
  match: z.enum(["exact", "loose", "beginning"]).default("exact"),
  /** `key` names samples, which `column` of another second file, joined before, gives to their patients. */
  through: z.strictObject({ join: id, column: columnName }).nullable().default(null),
  take: z.array(takenSchema).default([]),
  /** How the file says which genes are altered; null of a file that is not of genes. */
  genes: genesReadingSchema.nullable().default(null),
});
export type Join = z.infer<typeof joinSchema>;
