import { z } from "zod";
import { cumulativeIncidenceForm } from "./cumulativeIncidence";
import { kaplanMeierForm } from "./kaplanMeier";
import type { PanelForm } from "./panelForm";
import { regressionForm } from "./regression";

/** Every kind of panel, in the order of the menu. */
const forms = {
  kaplanMeier: kaplanMeierForm,
  cumulativeIncidence: cumulativeIncidenceForm,
  regression: regressionForm,
};

export const panelSchema = z.discriminatedUnion("kind", [
  forms.kaplanMeier.schema,
  forms.cumulativeIncidence.schema,
  forms.regression.schema,
]);
export type Panel = z.infer<typeof panelSchema>;
export type PanelKindId = Panel["kind"];
export type PanelOf<Kind extends PanelKindId> = Extract<Panel, { kind: Kind }>;

export const panelForms: Readonly<Record<PanelKindId, PanelForm>> = forms;

export const panelInHashSchema = z.discriminatedUnion("kind", [
  forms.kaplanMeier.inHash,
  forms.cumulativeIncidence.inHash,
  forms.regression.inHash,
]);

/** A panel of an endpoint as it begins: all patients, every option at its default. */
export const newPanel = <Kind extends PanelKindId>(kind: Kind, endpoint: string, id = "new"): PanelOf<Kind> =>
  panelSchema.parse({ id, kind, endpoint }) as PanelOf<Kind>;
