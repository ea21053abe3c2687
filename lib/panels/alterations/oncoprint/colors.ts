import type { AlterationClass } from "../../../board/genes";
import type { Theme } from "../../../figure/theme";

/** Copy numbers fill a cell; everything else is a bar of a third of its height. */
export const fillsCell: ReadonlySet<AlterationClass> = new Set(["amplification", "deepLoss", "gain", "shallowLoss"]);

/** Losses are blue and gains red, mutations the darker the graver; each stands out 3:1 from its ground. */
export const classColors: Record<Theme, Record<AlterationClass, string>> = {
  light: {
    truncating: "#0f172a",
    missense: "#0f766e",
    inFrame: "#b45309",
    splice: "#7a2a6b",
    other: "#64748b",
    fusion: "#a21caf",
    amplification: "#b91c1c",
    deepLoss: "#1d4ed8",
    gain: "#e07a7a",
    shallowLoss: "#6f97ee",
    silent: "#7f8b9c",
  },
  dark: {
    truncating: "#f4f7fb",
    missense: "#2fc7b2",
    inFrame: "#f0a35a",
    splice: "#d28acb",
    other: "#a9b6c8",
    fusion: "#e879f9",
    amplification: "#f0605f",
    deepLoss: "#5b8bff",
    gain: "#c76a6a",
    shallowLoss: "#4f74c9",
    silent: "#8795a8",
  },
};

export const wildType: Record<Theme, string> = { light: "#e6ebf0", dark: "#263241" };
/** Of patients not tested: the outline and the stroke through an empty cell. */
export const untested: Record<Theme, string> = { light: "#b6c0cc", dark: "#4a586a" };
