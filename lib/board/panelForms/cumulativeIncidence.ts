import * as z from "zod";
import { fromFile } from "../fields";
import { figureInHashSchema, figureOptionsSchema } from "../figureOptions";
import { variableSchema } from "../variable";
import { figureTexts, referenceGroups, withOwnLevels } from "./levelsOfGroups";
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

const positive = z.number().positive();

/** An incidence rises and has no other scale; nor has it medians to guide to. What asks for them is refused. */
const ownOptions = {
  scale: z.literal("failure").default("failure"),
  medianLines: z.literal(false).default(false),
  annotation: z.array(z.literal("patients")).default([]),
};

const chosen = {
  kind: z.literal("cumulativeIncidence"),
  group: variableSchema.nullable().default(null),
  /** Curves of the endpoint's event alone, or of each competing event too. */
  causes: z.enum(["event", "all"]).default("event"),
  /** As in a panel of survival curves, in the unit of the endpoint. */
  landmark: positive.nullable().default(null),
  censorAt: positive.nullable().default(null),
};

const schema = z.strictObject({
  ...panelFields,
  ...endpointField,
  ...chosen,
  /** The level hazard ratios are against; null, or without patients: the first. */
  reference: fromFile.nullable().default(null),
  figure: figureOptionsSchema.extend(ownOptions).prefault({}),
});

const figureInHash = figureInHashSchema.extend(ownOptions);

/** Cumulative incidence where events compete. */
export const cumulativeIncidenceForm = panelForm({
  label: "Cumulative incidence",
  opens: false,
  schema,
  inHash: z.strictObject({ ...hashFields, ...endpointInHash, ...chosen, figure: figureInHash.prefault({}) }),
  figureInHash,
  boardOnly: { title: ownTexts, notes: ownNotes, reference: referenceGroups },
  figureBoardOnly: figureTexts,
  compares: {
    id: "nothing",
    title: "nothing",
    notes: "nothing",
    figure: "nothing",
    kind: "groups",
    endpoint: "groups",
    group: "groups",
    landmark: "groups",
    censorAt: "groups",
    causes: "nothing",
    reference: "nothing",
  },
  endpoints: ({ endpoint }) => [endpoint],
  variables: ({ group }) => used([[group, "group"]]),
  withoutValues: withOwnLevels,
});
