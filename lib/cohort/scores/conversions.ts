import type { Conversion } from "../../board/score";
import { daysIn } from "../endpointTime";

interface Arithmetic {
  from: string;
  to: string;
  /** In words: "× 10". */
  words: string;
  of(value: number): number;
}

/** 10 mg/dL of calcium are taken as 2.5 mmol/L, as the scores do. */
export const conversions: Record<Conversion, Arithmetic> = {
  "g/dL to g/L": { from: "g/dL", to: "g/L", words: "× 10", of: (value) => value * 10 },
  "g/L to g/dL": { from: "g/L", to: "g/dL", words: "÷ 10", of: (value) => value / 10 },
  "mg/dL to mmol/L": { from: "mg/dL", to: "mmol/L", words: "÷ 4, for calcium only", of: (value) => value / 4 },
  "mmol/L to mg/dL": { from: "mmol/L", to: "mg/dL", words: "× 4, for calcium only", of: (value) => value * 4 },
  "mg/dL to mg/L": { from: "mg/dL", to: "mg/L", words: "× 10", of: (value) => value * 10 },
  "mg/L to mg/dL": { from: "mg/L", to: "mg/dL", words: "÷ 10", of: (value) => value / 10 },
  "days to months": { from: "days", to: "months", words: "÷ 30.4375", of: (value) => value / daysIn.months },
};

/** The conversion between two units, null where there is none (or none is needed). */
export function conversionBetween(from: string, to: string): Conversion | null {
  const entry = Object.entries(conversions).find(([, each]) => each.from === from && each.to === to);
  return entry ? (entry[0] as Conversion) : null;
}

/**
 * Twelve significant digits: what remains of arithmetic on measured values, so that 9.68 + 0.8 × 0.4 is on a cut of 10
 * and not below it.
 */
export const tidy = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(12)) : value);
