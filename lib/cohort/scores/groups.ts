import type { Score } from "../../board/score";
import { plainNumber } from "../../format";
import { boundsInWords } from "./words";

type Groups = Score["groups"];

/**
 * Whether every total of the score is a whole number, so that a group ends at one number and the next begins at the one
 * after.
 */
export const isWhole = ({ factors, rules }: Pick<Score, "factors" | "rules">): boolean =>
  factors.every(({ points, when }) => Number.isInteger(points) && when.op !== "per unit") &&
  rules.every(({ points }) => Number.isInteger(points));

/** The last number of points of every group but the last; none where neither it nor the next has a bound. */
export const cutsOf = (groups: Groups): number[] =>
  groups.slice(0, -1).flatMap(({ max }, g) => max ?? groups[g + 1]?.min ?? []);

/**
 * Groups between cuts in rising order; a number of points on a cut belongs below it. Groups that had a name of the
 * user's keep it by their place, the others are named by their bounds.
 */
export function groupsAt(cuts: readonly number[], whole: boolean, before: Groups = []): Groups {
  const rising = [...new Set(cuts)].sort((a, b) => a - b);
  const bounds = [...rising, null].map((max, g) => {
    const below = rising[g - 1] ?? null;
    return { min: below === null ? null : whole ? below + 1 : below, max };
  });
  const sameCount = before.length === bounds.length;
  const taken = new Set<string>();
  return bounds.map(({ min, max }, g) => {
    const own = sameCount ? before[g] : undefined;
    const kept = own && !isNamedByBounds(own, whole) ? own.label : null;
    let label = kept ?? nameOf(min, max, whole);
    while (taken.has(label)) label = `${label}′`;
    taken.add(label);
    return { label, min, max };
  });
}

const isNamedByBounds = ({ label, min, max }: Groups[number], whole: boolean) => label === nameOf(min, max, whole);

/** Always with a decimal point, because a group is known by its name: "0", "1–2", "≥3"; of points that are not whole "≤ 1.5", "1.5–3", "> 3". */
function nameOf(min: number | null, max: number | null, whole: boolean): string {
  if (min === null && max === 0 && whole) return "0";
  if (whole) return boundsInWords(min, max, plainNumber).replace("≥ ", "≥").replace("≤ ", "≤");
  if (min !== null && max === null) return `> ${plainNumber(min)}`;
  return boundsInWords(min, max, plainNumber);
}

/**
 * Cuts that split patients as evenly as their points allow: each where the patients up to it are nearest to their
 * share.
 */
export function evenCuts(tally: readonly { points: number; patients: number }[], count: number): number[] {
  let sum = 0;
  const upTo = tally.map(({ points, patients }) => {
    sum += patients;
    return { points, patients: sum };
  });
  const places = Array.from({ length: count - 1 }, (_, k) => {
    const share = (sum * (k + 1)) / count;
    return upTo.slice(0, -1).sort((a, b) => Math.abs(a.patients - share) - Math.abs(b.patients - share))[0]?.points;
  });
  return [...new Set(places)].filter((points) => points !== undefined);
}
