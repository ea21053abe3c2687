import type { Score } from "../../board/score";
import { counted, formatCount } from "../../format";
import type { Problem } from "../../result";
import type { Patients } from "../patients";
import type { Variables } from "../variables";
import { openQuestion } from "./factor";

export interface ScoreView {
  id: string;
  problem: Problem | null;
  /** What has to be said before the score can be computed for anybody: "LDH has no column". */
  open: string[];
  /**
   * Per factor: patients with it, without it, and not known. Of a factor per unit those with any value other than 0.
   */
  factors: { id: string; adverse: number; not: number; unknown: number }[];
  /** Patients per number of points. */
  points: { points: number; patients: number }[];
  groups: { label: string; patients: number }[];
  /**
   * Patients with points; those with a group (more where the known factors decide it); those with points that no group
   * covers.
   */
  computable: number;
  grouped: number;
  outside: number;
}

/** How many patients each factor, number of points and group of a score has. Filters do not count here. */
export function scoreTally(score: Score, patients: Patients, variables: Variables): ScoreView {
  const values = variables.score(score.id);
  const view: ScoreView = {
    id: score.id,
    problem: null,
    open: score.factors.map(openQuestion).filter((question) => question !== null),
    factors: [],
    points: [],
    groups: score.groups.map(({ label }) => ({ label, patients: 0 })),
    computable: 0,
    grouped: 0,
    outside: 0,
  };
  if (!values.ok) return { ...view, problem: values.problem };
  const { points, codes, factors } = values.value;
  const tally = new Map<number, number>();
  const counted = score.factors.map(({ id }, f) => ({ id, adverse: 0, not: 0, unknown: 0, amounts: factors[f] }));
  for (let row = 0; row < points.length; row++) {
    // Intervals of a patient: the first says what the score is.
    const size = patients.patient && patients.representative[row] !== row ? 0 : (patients.size[row] ?? 0);
    if (size === 0) continue;
    for (const factor of counted) {
      const amount = factor.amounts?.[row] ?? Number.NaN;
      factor[Number.isNaN(amount) ? "unknown" : amount === 0 ? "not" : "adverse"] += size;
    }
    const own = points[row] ?? Number.NaN;
    const known = !Number.isNaN(own);
    const group = view.groups[codes[row] ?? -1];
    if (group) {
      group.patients += size;
      view.grouped += size;
    } else if (known) view.outside += size;
    if (known) tally.set(own, (tally.get(own) ?? 0) + size);
  }
  view.factors = counted.map(({ amounts, ...counts }) => counts);
  view.points = [...tally].sort(([a], [b]) => a - b).map(([value, count]) => ({ points: value, patients: count }));
  view.computable = view.points.reduce((sum, entry) => sum + entry.patients, 0);
  return view;
}

/** "Computable for 61 of 75 patients; LDH missing in 14." */
export function coverageInWords(score: Score, view: ScoreView, total: number): string {
  const lacking = view.factors
    .filter(({ unknown }) => unknown > 0)
    .map(({ id, unknown }) => {
      const label = score.factors.find((factor) => factor.id === id)?.label ?? id;
      return `${label} missing in ${unknown === total ? "all" : formatCount(unknown)}`;
    });
  const bounded = view.grouped + view.outside - view.computable;
  const parts = [
    `Computable for ${formatCount(view.computable)} of ${counted(total, "patient")}`,
    ...lacking,
    ...(bounded > 0 ? [`${formatCount(bounded)} more in the group their known factors decide`] : []),
    ...(view.outside > 0 ? [`${formatCount(view.outside)} with points that no group covers`] : []),
  ];
  return `${parts.join("; ")}.`;
}
