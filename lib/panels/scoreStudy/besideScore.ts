import type { Score } from "../../board/score";
import { nth } from "../../numeric/nth";
import type { Subjects } from "../../survival";
import type { Prepared } from "../prepared";
import { type MarkerConcordance, markerConcordance } from "./markerConcordance";

/** Another score beside this one, on the patients who have the points of both. */
export interface BesideScore {
  id: string;
  label: string;
  own: MarkerConcordance;
  other: MarkerConcordance;
  /** Patients by group of this score (rows) and of the other (columns), with any endpoint or none. */
  table: number[][];
}

export function besideScore(
  prepared: Prepared,
  subjects: Subjects,
  score: Score,
  other: Score,
  level: number,
): BesideScore | null {
  const [a, b] = [prepared.variables.score(score.id), prepared.variables.score(other.id)];
  if (!a.ok || !b.ok) return null;
  const both = (marker: Float64Array, needed: Float64Array) =>
    marker.map((value, row) => (Number.isNaN(needed[row]) ? Number.NaN : value));
  const own = markerConcordance(subjects, both(a.value.points, b.value.points), level);
  const theirs = markerConcordance(subjects, both(b.value.points, a.value.points), level);
  if (!own || !theirs) return null;
  const table = score.groups.map(() => other.groups.map(() => 0));
  for (let row = 0; row < prepared.table.rows; row++) {
    const [i, j] = [nth(a.value.codes, row), nth(b.value.codes, row)];
    if (i < 0 || j < 0) continue;
    const counts = nth(table, i);
    counts[j] = nth(counts, j) + (prepared.patients.size[row] ?? 0);
  }
  return { id: other.id, label: other.label, own, other: theirs, table };
}
