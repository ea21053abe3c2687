import type { Board } from "../../board/board";
import { numberInWords } from "../../format";
import { boundInWords, type ColumnSummary } from "../tableSummary";
import { type Measure, meaningOf } from "./measures";
import { unitOfColumn } from "./units";

/**
 * Beyond these no living adult is measured, by unit; so wide that they find slips of unit and decimal point rather than
 * the very ill. Not limits of what is normal.
 */
const measurable: Partial<Record<Measure, Record<string, readonly [number, number]>>> = {
  hemoglobin: { "g/dL": [1.5, 26], "g/L": [15, 260], "mmol/L": [0.9, 16.2] },
  albumin: { "g/dL": [0.5, 8], "g/L": [5, 80] },
  ldh: { "U/L": [20, 100_000] },
  neutrophils: { "10⁹/L": [0, 500] },
  lymphocytes: { "10⁹/L": [0, 1000] },
  platelets: { "10⁹/L": [0, 10_000] },
  calcium: { "mg/dL": [3, 24], "mmol/L": [0.75, 6] },
  correctedCalcium: { "mg/dL": [3, 24], "mmol/L": [0.75, 6] },
  crp: { "mg/L": [0, 1000], "mg/dL": [0, 100] },
  sodium: { "mmol/L": [90, 200] },
  bmi: { "kg/m²": [7, 150] },
};

/** How far another laboratory's limit may be from those of the cohort, as a ratio: methods differ, units by ten and more. */
const mostBetweenLimits = 4;

/**
 * Why a value cannot be that of a patient, after its name and itself; null where it can. A limit of normal may be that
 * of another laboratory. Of what has no range of its own, values further from the cohort than the cohort is wide are
 * refused, as is a negative one where the cohort has none; a cohort with one value throughout says nothing of others.
 */
export function whyImpossible(value: number, summary: ColumnSummary, board: Board): string | null {
  const { name, min, max } = summary;
  if (Number.isNaN(value) || typeof min !== "number" || typeof max !== "number") return null;
  const { measures, limit, flag } = meaningOf(name);
  const unit = unitOfColumn(name, board);
  const [first] = measures;
  const range = first && unit && !flag ? measurable[first]?.[unit] : undefined;
  if (range && (value < range[0] || value > range[1]))
    return `is not measured in patients (${numberInWords(range[0])} to ${numberInWords(range[1])} ${unit}); check its unit.`;
  const width = max - min;
  const far = limit
    ? value <= 0 || value < min / mostBetweenLimits || value > max * mostBetweenLimits
    : !range && width > 0 && (value < min - width || value > max + width);
  if (!far && !(min >= 0 && value < 0)) return null;
  return `is far outside this cohort (${boundInWords(min)} to ${boundInWords(max)}).`;
}
