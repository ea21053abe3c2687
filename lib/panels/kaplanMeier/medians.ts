import { formatCount } from "../../format";
import { nth } from "../../numeric/nth";
import {
  bootstrapMedians,
  type Curve,
  contrastMedians,
  type MedianContrast,
  type Quantile,
  type ResampledMedians,
  type Subjects,
} from "../../survival";

/** Above so many patients the resamples take too long to follow a filter. */
export const mostResampled = 10_000;

/** How the median of each group differs from that of the reference. */
export interface Medians {
  count: number;
  seed: number;
  /** In the order of the result's groups: null for the reference itself, "notReached" where a median of the two is not. */
  contrasts: (MedianContrast | "notReached" | null)[];
}

/** Why no medians are compared. */
export type NoMedians = {
  reason: Extract<ResampledMedians, { kind: "undefined" }>["reason"] | "tooMany" | "searchedCut";
};

/** Medians against that of the reference, by resamples within each group. */
export function mediansOf(
  subjects: Subjects,
  groups: readonly { place: number; curve: Pick<Curve, "n">; median: Quantile }[],
  reference: number,
  { count, seed, level }: { count: number; seed: number; level: number },
): Medians | NoMedians {
  if (groups.reduce((sum, { curve }) => sum + curve.n, 0) > mostResampled) return { reason: "tooMany" };
  const drawn = bootstrapMedians(subjects, { count, seed });
  if (drawn.kind === "undefined") return { reason: drawn.reason };
  const resampled = groups.map(({ place, median }) =>
    median.kind === "reached" ? { median: median.time, resamples: nth(drawn.medians, place) } : null,
  );
  const base = nth(resampled, reference);
  const contrasts = resampled.map((own, place) =>
    place === reference ? null : own && base ? contrastMedians(own, base, level) : "notReached",
  );
  return { count, seed, contrasts };
}

/** "; not reached in 51 of 2,000 resamples", where a median is not in some. */
export function lostInWords({ notReached }: MedianContrast, count: number): string {
  const lost = lostIn({ notReached });
  return lost === 0 ? "" : `; not reached in ${formatCount(lost)} of ${formatCount(count)} resamples`;
}

/** Resamples in which a median of the two is not reached. */
export const lostIn = ({ notReached: { a, b, both } }: Pick<MedianContrast, "notReached">): number => a + b - both;
