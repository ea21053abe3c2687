import * as z from "zod";
import { alterationsForm } from "./alterations";
import { characteristicsForm } from "./characteristics";
import { cumulativeIncidenceForm } from "./cumulativeIncidence";
import { kaplanMeierForm } from "./kaplanMeier";
import type { PanelForm } from "./panelForm";
import { regressionForm } from "./regression";
import { responseForm } from "./response";
import { subgroupsForm } from "./subgroups";

/** Every kind of panel, in the order of the menu. */
const forms = {
  kaplanMeier: kaplanMeierForm,
  cumulativeIncidence: cumulativeIncidenceForm,
  regression: regressionForm,
  subgroups: subgroupsForm,
  response: responseForm,
  characteristics: characteristicsForm,
  alterations: alterationsForm,
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

/** Whether panels of a kind are of an endpoint. */
export const hasEndpoint = (kind: PanelKindId): boolean => "endpoint" in panelForms[kind].schema.shape;

/** Whether a panel of a kind is nothing without an endpoint: others may show one beside what they are of. */
export const needsEndpoint = (kind: PanelKindId): boolean => {
  const { shape } = panelForms[kind].schema;
  return "endpoint" in shape && !(shape.endpoint as z.ZodType).safeParse(null).success;
};

/** The endpoint whose panel it is; null of a kind without, and where none is chosen. */
export const endpointOf = (panel: { kind: PanelKindId } | { kind: PanelKindId; endpoint: string | null }) =>
  "endpoint" in panel ? panel.endpoint : null;

/** A panel as it begins: of an endpoint where its kind shows one, all patients, every option at its default. */
export const newPanel = <Kind extends PanelKindId>(kind: Kind, endpoint: string | null, id = "new"): PanelOf<Kind> =>
  panelSchema.parse(hasEndpoint(kind) ? { id, kind, endpoint } : { id, kind }) as PanelOf<Kind>;
