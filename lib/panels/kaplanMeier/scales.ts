import type { FigureOptions } from "../../board/figureOptions";
import type { Scale } from "../curves/drawn";

type Of = Omit<Scale, "title"> & { title(label: string): string };

/** What each scale draws of a survival probability. */
const scales: Record<FigureOptions["scale"], Of> = {
  survival: {
    of: (survival) => survival,
    quantity: "share",
    fromZero: true,
    logTime: false,
    title: (label) => label,
  },
  failure: {
    of: (survival) => 1 - survival,
    quantity: "share",
    fromZero: true,
    logTime: false,
    title: (label) => `1 − ${label}`,
  },
  cumulativeHazard: {
    of: (survival) => 0 - Math.log(survival),
    quantity: "number",
    fromZero: true,
    logTime: false,
    title: (label) => `Cumulative hazard, −log Ŝ(t) · ${label}`,
  },
  logLog: {
    of: (survival) => Math.log(-Math.log(survival)),
    quantity: "number",
    fromZero: false,
    logTime: true,
    title: (label) => `log(−log Ŝ(t)) · ${label}`,
  },
};

export const survivalScale = (scale: FigureOptions["scale"], label: string): Scale => ({
  ...scales[scale],
  title: scales[scale].title(label),
});
