/** What a file is called in sentences: its name, or `otherwise` where it has none, as what another program hands over may. */
export const calledFile = (file: string | null | undefined, otherwise: string): string =>
  file?.trim() ? file : otherwise;

/** The name of a file without one. */
export const unnamedFile = "unnamed file";
