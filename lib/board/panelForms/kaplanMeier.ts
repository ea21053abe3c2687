import { z } from "zod";
import { survivalTests } from "../../survival";
import { figureInHashSchema, figureOptionsSchema } from "../figureOptions";
import { variableSchema } from "../variable";
import { hashFields, type PanelForm, panelFields } from "./panelForm";

const chosen = {
  kind: z.literal("kaplanMeier"),
  group: variableSchema.nullable().default(null),
  /** Of the registry in lib/survival/tests. */
  test: z.enum(survivalTests.map(({ id }) => id) as [string, ...string[]]).default("logRank"),
};

const schema = z.strictObject({
  ...panelFields,
  ...chosen,
  figure: figureOptionsSchema.prefault({}),
  // Open to later versions of the program; a file that uses them is refused here rather than drawn without them.
  landmark: z.null().default(null),
  censorAt: z.null().default(null),
  tau: z.null().default(null),
});

/** Kaplan–Meier curves of the groups, compared. */
export const kaplanMeierForm = {
  label: "Survival curves (Kaplan–Meier)",
  schema,
  inHash: z.strictObject({ ...hashFields, ...chosen, figure: figureInHashSchema.prefault({}) }),
  figureInHash: figureInHashSchema,
} satisfies PanelForm;
