import type { AtRiskTable, Curve } from "../survival";
import type { GroupResult, KaplanMeierResult } from "./kaplanMeier/result";
import type { Sheet } from "./sheet/sheet";
import { unitFactor } from "./timeUnit";

type HeldBack = NonNullable<Sheet["heldBack"]>;

/**
 * The result as it is drawn where something is held back: steps at the ends of months, and curves that end where fewer than `fewest` are at
 * risk. Estimates stay those of the exact times; the numbers under the axis are not taken from it.
 */
export function heldBack(result: KaplanMeierResult, { wholeMonths, fewest }: HeldBack): KaplanMeierResult {
  const month = unitFactor("months", result.endpoint.unit);
  const drawn = (group: GroupResult): GroupResult => {
    const cut = fewest === null ? group.curve : cutBelow(group.curve, fewest);
    return { ...group, curve: wholeMonths ? atMonths(cut, month) : cut };
  };
  return { ...result, groups: result.groups.map(drawn) };
}

/** The curve up to the last time at which at least `fewest` are at risk; of a smaller group its first step alone. */
export function cutBelow(curve: Curve, fewest: number): Curve {
  let end = curve.time.length;
  while (end > 1 && curve.nRisk[end - 1] < fewest) end--;
  const picked = Array.from({ length: end }, (_, index) => index);
  return columns(curve, picked, (index) => curve.time[index]);
}

/** One step a month, at its end: survival as it is then, events and other endings of the whole month. */
export function atMonths(curve: Curve, month: number): Curve {
  const ends = Array.from(curve.time, (time) => Math.ceil(time / month - 1e-9) * month);
  const last = ends.flatMap((end, index) => (end === ends[index + 1] ? [] : [index]));
  const made = columns(curve, last, (index) => ends[index]);
  let from = 0;
  last.forEach((index, place) => {
    made.nRisk[place] = curve.nRisk[from];
    made.nEvent[place] = sum(curve.nEvent, from, index);
    made.nCensor[place] = sum(curve.nCensor, from, index);
    from = index + 1;
  });
  return made;
}

function sum(values: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let index = from; index <= to; index++) total += values[index];
  return total;
}

function columns(curve: Curve, picked: number[], time: (index: number) => number): Curve {
  const of = (values: Float64Array) => Float64Array.from(picked, (index) => values[index]);
  return {
    ...curve,
    time: Float64Array.from(picked, time),
    nRisk: of(curve.nRisk),
    nEvent: of(curve.nEvent),
    nCensor: of(curve.nCensor),
    survival: of(curve.survival),
    stdErr: of(curve.stdErr),
    cumulativeHazard: of(curve.cumulativeHazard),
  };
}

/**
 * The table with NaN in place of small counts. Where one of a time's three counts is small the other two go with it: they add up to the
 * group's size.
 */
export function withoutSmallCounts(table: AtRiskTable, fewest: number | null): AtRiskTable {
  if (fewest === null) return table;
  const kept = { nRisk: table.nRisk.slice(), nEvent: table.nEvent.slice(), nCensor: table.nCensor.slice() };
  const small = (count: number) => count > 0 && count < fewest;
  for (let index = 0; index < kept.nRisk.length; index++)
    if ([kept.nRisk, kept.nEvent, kept.nCensor].some((counts) => small(counts[index])))
      for (const counts of [kept.nRisk, kept.nEvent, kept.nCensor]) counts[index] = Number.NaN;
  return kept;
}
