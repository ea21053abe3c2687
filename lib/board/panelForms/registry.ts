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

type Form = (typeof forms)[keyof typeof forms];
type OneOrMore<T> = readonly [T, ...T[]];

const schemas = Object.values(forms).map(({ schema }) => schema) as unknown as OneOrMore<Form["schema"]>;
export const panelSchema = z.discriminatedUnion("kind", schemas);
export type Panel = z.infer<typeof panelSchema>;
export type PanelKindId = Panel["kind"];
export type PanelOf<Kind extends PanelKindId> = Extract<Panel, { kind: Kind }>;

export const panelForms: Readonly<Record<PanelKindId, PanelForm>> = forms;

const inHash = Object.values(forms).map((form) => form.inHash) as unknown as OneOrMore<Form["inHash"]>;
export const panelInHashSchema = z.discriminatedUnion("kind", inHash);

/** The panel a board opens with. */
export const openingPanel = <P extends { kind: PanelKindId }>(panels: readonly P[]): P | undefined =>
  panels.findLast(({ kind }) => panelForms[kind].opens) ?? panels.at(-1);

/** A panel of an endpoint as it begins: all patients, every option at its default. */
export const newPanel = <Kind extends PanelKindId>(kind: Kind, endpoint: string, id = "new"): PanelOf<Kind> =>
  panelSchema.parse({ id, kind, endpoint }) as PanelOf<Kind>;
