/** The inks of a figure on its two grounds; texts pass 4.5:1, lines that carry data 3:1. */
export interface Inks {
  surface: string;
  ink: string;
  soft: string;
  faint: string;
  /** Axis lines and ticks. */
  axis: string;
  /** Grid lines and frames, which carry nothing. */
  grid: string;
}

export type Theme = "light" | "dark";

export const inks: Record<Theme, Inks> = {
  light: { surface: "#ffffff", ink: "#0f172a", soft: "#44536a", faint: "#5d6b80", axis: "#44536a", grid: "#e6ebf0" },
  dark: { surface: "#141c25", ink: "#e8edf3", soft: "#b4c0ce", faint: "#93a1b3", axis: "#93a1b3", grid: "#263241" },
};

export const fontFamily = "Inter, system-ui, sans-serif";
