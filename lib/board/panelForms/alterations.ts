import * as z from "zod";
import { columnName, fromFile, id, text } from "../fields";
import { countedSchema } from "../genes";
import { variableSchema } from "../variable";
import { hashFields, ownNotes, ownTexts, panelFields, panelForm, used } from "./panelForm";

const own = "genes chosen by name";

const chosen = {
  kind: z.literal("alterations"),
  /** Altered of tested are compared between its levels. */
  group: variableSchema.nullable().default(null),
  /** So many genes, the most frequently altered first, where none are named. */
  most: z.int().min(1).max(2000).default(10),
  /** The classes that make a gene altered. */
  counted: countedSchema,
  /** Columns of the cohort that are read as genes; null: those that look like genes no file gives. */
  columns: z.array(columnName).max(2000).nullable().default(null),
  /** How patients stand side by side. */
  sort: z.enum(["memo", "group", "file"]).default("memo"),
  /** Columns and scores above the genes. */
  tracks: z.array(variableSchema).max(8).default([]),
  /** Survival by gene: of genes with at least so many patients altered, and events among the tested. */
  leastAltered: z.int().min(1).max(10_000).default(5),
  leastEvents: z.int().min(1).max(10_000).default(5),
  /** Level of every confidence interval. */
  level: z.number().min(0.5).max(0.999).default(0.95),
};

const figureSchema = z.strictObject({
  title: text.nullable().default(null).describe("Title of the figure; null: gene aberrations"),
  subtitle: text
    .nullable()
    .default(null)
    .describe("Line under the title; null: patients and where genes are read from"),
  caption: text.nullable().default(null).describe("Text under the figure; null: what is counted and how"),
  shares: z.boolean().default(true).describe("Altered of tested beside each gene"),
});
const figureInHashSchema = figureSchema.omit({ title: true, subtitle: true, caption: true });

const schema = z.strictObject({
  ...panelFields,
  /** The endpoint of survival by gene; null: none. */
  endpoint: id.nullable().default(null),
  ...chosen,
  /** These genes in this order, in place of the most frequent. */
  genes: z.array(fromFile).max(2000).nullable().default(null),
  figure: figureSchema.prefault({}),
});

/** What tumors carry: genes by patients, how often each is altered, by group, in pairs, and survival by gene. */
export const alterationsForm = panelForm({
  label: "Gene aberrations (oncoprint)",
  opens: false,
  schema,
  inHash: z.strictObject({
    ...hashFields,
    endpoint: z.string().max(100).nullable().default(null),
    ...chosen,
    figure: figureInHashSchema.prefault({}),
  }),
  figureInHash: figureInHashSchema,
  boardOnly: { title: ownTexts, notes: ownNotes, genes: own },
  figureBoardOnly: { title: ownTexts, subtitle: ownTexts, caption: ownTexts },
  // Many genes are looked at, each with its own groups: no one comparison of survival curves.
  compares: null,
  endpoints: ({ endpoint }) => (endpoint === null ? [] : [endpoint]),
  variables: ({ group, tracks }) => used([[group, "group"], ...tracks.map((of) => [of, "track"] as const)]),
  withoutValues: (panel) => panel,
});
