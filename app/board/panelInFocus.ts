/** The panel in focus, or the first; null where there is none. */
export const panelInFocus = <P extends { id: string }>(panels: readonly P[], focus: string | null): P | null =>
  panels.find(({ id }) => id === focus) ?? panels[0] ?? null;
