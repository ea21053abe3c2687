import type { Endpoint } from "./endpoint";
import { newPanel, type Panel, type PanelKindId } from "./panelForms/registry";

/** Whether other events compete with that of an endpoint, as it is coded. */
export const competes = ({ time, event }: Pick<Endpoint, "time" | "event">): boolean =>
  event?.coding.some(({ as }) => as === "competing") ||
  (event?.competing ?? null) !== null ||
  (time.from === "rule" && time.rule === "TTP" && time.death !== null);

/** The kind of panel that shows an endpoint rightly: where events compete, the incidence. */
export const kindFor = (endpoint: Endpoint): PanelKindId =>
  competes(endpoint) ? "cumulativeIncidence" : "kaplanMeier";

/**
 * Once an endpoint has competing events, the first panel of its survival curves becomes one of its incidence, unless
 * there is one.
 */
export function withIncidence(panels: Panel[], endpoint: string): Panel[] {
  if (panels.some((panel) => panel.kind === "cumulativeIncidence" && panel.endpoint === endpoint)) return panels;
  const place = panels.findIndex((panel) => panel.kind === "kaplanMeier" && panel.endpoint === endpoint);
  return panels.map((panel, index) => {
    if (index !== place || panel.kind !== "kaplanMeier") return panel;
    const { id, group, landmark, censorAt, reference } = panel;
    return { ...newPanel("cumulativeIncidence", endpoint, id), group, landmark, censorAt, reference } as Panel;
  });
}
