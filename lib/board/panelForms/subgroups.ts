import * as z from "zod";
import { fromFile, text } from "../fields";
import { variableSchema } from "../variable";
import { referenceGroups } from "./levelsOfGroups";
import {
  endpointField,
  endpointInHash,
  hashFields,
  ownNotes,
  ownTexts,
  panelFields,
  panelForm,
  used,
} from "./panelForm";

const chosen = {
  kind: z.literal("subgroups"),
  /** The groups that are compared; null: none is chosen yet. */
  group: variableSchema.nullable().default(null),
  /** The columns and scores by whose levels patients are parted. */
  by: z.array(variableSchema).max(30).default([]),
  /** Confidence level of every interval. */
  level: z.number().min(0.5).max(0.999).default(0.95),
};

const figureSchema = z.strictObject({
  title: text.nullable().default(null).describe("Title of the figure; null: endpoint and groups"),
  subtitle: text.nullable().default(null).describe("Line under the title; null: patients and events"),
  caption: text.nullable().default(null).describe("Text under the figure; null: what was fitted and how"),
});
const figureInHashSchema = figureSchema.omit({ title: true, subtitle: true, caption: true });

const schema = z.strictObject({
  ...panelFields,
  ...endpointField,
  ...chosen,
  /** The level that the other is compared with; null, or without patients: as the panel of curves takes it. */
  reference: fromFile.nullable().default(null),
  /** The level that is compared with it; null, or without patients: the first other. */
  compared: fromFile.nullable().default(null),
  figure: figureSchema.prefault({}),
});

/** The hazard ratio of two groups within the levels of other columns, as a forest plot. */
export const subgroupsForm = panelForm({
  label: "Subgroups (forest plot)",
  opens: false,
  schema,
  inHash: z.strictObject({ ...hashFields, ...endpointInHash, ...chosen, figure: figureInHashSchema.prefault({}) }),
  figureInHash: figureInHashSchema,
  boardOnly: { title: ownTexts, notes: ownNotes, reference: referenceGroups, compared: referenceGroups },
  figureBoardOnly: { title: ownTexts, subtitle: ownTexts, caption: ownTexts },
  compares: null,
  endpoints: ({ endpoint }) => [endpoint],
  variables: ({ group, by }) => used([[group, "group"], ...by.map((of) => [of, "subgroups"] as const)]),
  withoutValues: (panel, { identifies, levels }) => {
    const { group, reference, compared } = panel;
    const own = group === null || identifies(group) ? [] : levels(group);
    const kept = (level: string | null) => (level !== null && own.includes(level) ? level : null);
    return { ...panel, reference: kept(reference), compared: kept(compared) };
  },
});
