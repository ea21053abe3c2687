import type { Score } from "../../board/board";
import type { Problem } from "../../result";
import type { Patients } from "../patients";
import type { Variables } from "../variables";

export interface ScoreView {
  id: string;
  problem: Problem | null;
  /** Per factor: patients with it, without it, and not known. */
  factors: { id: string; adverse: number; not: number; unknown: number }[];
  /** Patients per whole number of points. */
  points: { points: number; patients: number }[];
  groups: { label: string; patients: number }[];
  computable: number;
}

/** How many patients each factor, number of points and group of a score has. Filters do not count here. */
export function scoreTally(score: Score, patients: Patients, variables: Variables): ScoreView {
  const values = variables.score(score.id);
  const nothing: ScoreView = { id: score.id, problem: null, factors: [], points: [], groups: [], computable: 0 };
  if (!values.ok) return { ...nothing, problem: values.problem };
  const { points, codes, factors } = values.value;
  const tally = new Map<number, number>();
  const groups = score.groups.map(({ label }) => ({ label, patients: 0 }));
  const counts = score.factors.map(({ id }) => ({ id, adverse: 0, not: 0, unknown: 0 }));
  for (let row = 0; row < points.length; row++) {
    if (patients.represents[row] === 0) continue;
    for (let f = 0; f < factors.length; f++)
      counts[f][factors[f][row] === 1 ? "adverse" : factors[f][row] === 0 ? "not" : "unknown"]++;
    if (codes[row] >= 0) groups[codes[row]].patients++;
    if (!Number.isNaN(points[row])) tally.set(points[row], (tally.get(points[row]) ?? 0) + 1);
  }
  const sorted = [...tally].sort(([a], [b]) => a - b).map(([value, count]) => ({ points: value, patients: count }));
  const computable = sorted.reduce((sum, entry) => sum + entry.patients, 0);
  return { ...nothing, factors: counts, points: sorted, groups, computable };
}
