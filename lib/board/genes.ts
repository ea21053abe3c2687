import * as z from "zod";
import { columnName, fromFile, id } from "./fields";

/** What a gene can carry, the gravest first: so they stand in legends, and one bit each says which a patient has. */
export const alterationClasses = [
  "truncating",
  "missense",
  "inFrame",
  "splice",
  "other",
  "fusion",
  "amplification",
  "deepLoss",
  "gain",
  "shallowLoss",
  "silent",
] as const;
export type AlterationClass = (typeof alterationClasses)[number];

/** Counted unless the user says otherwise: not single copies more or less, and nothing that leaves the protein as it was. */
const countedAtFirst: AlterationClass[] = alterationClasses.filter(
  (each) => !["gain", "shallowLoss", "silent"].includes(each),
);
export const countedSchema = z.array(z.enum(alterationClasses)).default(countedAtFirst);

/**
 * Who was tested for a gene that a file does not name of a patient. "listed": the patients with any row in the file;
 * "file": those with a row in another second file; "panels": as a column says which panel of genes a patient had, of the
 * cohort or of another second file (`join`); `genes` null: every gene. null: not decided, and nothing is counted.
 */
const testedSchema = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("all") }),
  z.strictObject({ by: z.literal("listed") }),
  z.strictObject({ by: z.literal("file"), join: id }),
  z.strictObject({
    by: z.literal("panels"),
    join: id.nullable(),
    column: columnName,
    panels: z.array(z.strictObject({ panel: fromFile, genes: z.array(fromFile).nullable() })).default([]),
  }),
]);
export type Tested = z.infer<typeof testedSchema>;

/** How a second file says which genes are altered. */
export const genesReadingSchema = z.discriminatedUnion("form", [
  /** A row for each alteration; of a fusion `partner` is the other gene. */
  z.strictObject({
    form: z.literal("long"),
    gene: columnName,
    partner: columnName.nullable().default(null),
    /** Kind of alteration, in the words of MAF, HGVS or a spreadsheet; null, or blank: as `change` or `as` says. */
    class: columnName.nullable().default(null),
    /** Change of the protein or the coding sequence. */
    change: columnName.nullable().default(null),
    /** What a row is that no word says more of. */
    as: z.enum(alterationClasses).default("other"),
    tested: testedSchema.nullable().default(null),
  }),
  /** A row for each gene, a column for each sample: copy numbers −2 to 2, or words. Blank is not tested. */
  z.strictObject({ form: z.literal("matrix"), gene: columnName }),
  /** A row for each sample, a column for each gene. Blank is not tested. */
  z.strictObject({ form: z.literal("wide"), columns: z.array(columnName).max(2000) }),
]);
export type GenesReading = z.infer<typeof genesReadingSchema>;
