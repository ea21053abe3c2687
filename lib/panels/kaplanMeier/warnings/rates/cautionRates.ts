import { nth } from "../../../../numeric/nth";
import { seededRandom } from "../../../../numeric/random";
import { estimateAndTest, logRankTest } from "../../../../survival";
import { compareGroups } from "../../comparisons";
import { fixture } from "../../fixture";
import type { KaplanMeierResult } from "../../result";
import { warningsOf } from "..";
import { type Drawn, draw, type InventedGroup, type Variant } from "./inventedCohort";

/** Of some drawn cohorts, the share whose figure has each caution, and the share that has any. */
export interface Rates {
  any: number;
  each: Map<string, number>;
}

export function cautionRates(groups: readonly InventedGroup[], variant: Variant, cohorts: number, seed: number): Rates {
  const random = seededRandom(seed);
  const counts = new Map<string, number>();
  let any = 0;
  for (let turn = 0; turn < cohorts; turn++) {
    const ids = cautionsOf(draw(groups, variant, random));
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    if (ids.length > 0) any++;
  }
  return { any: any / cohorts, each: new Map([...counts].map(([id, count]) => [id, count / cohorts])) };
}

const cautionsOf = (drawn: Drawn) =>
  warningsOf({ result: resultOf(drawn), filteredBy: [], scoreMadeHere: false, changing: false }).map(({ id }) => id);

/** What the triggers read of a figure of a drawn cohort. */
function resultOf({ data, group, groups }: Drawn): KaplanMeierResult {
  const subjects = { ...data, group, groupCount: groups };
  const names = Array.from({ length: groups }, (_, place) => `Group ${place + 1}`);
  const { curves, test } = estimateAndTest(subjects, { order: data.order });
  const plain = fixture(names.map((label) => ({ label, time: [1], event: [1] })));
  const { confidence } = plain;
  const levels = names.map((label) => ({ value: label, label, color: null }));
  return {
    ...plain,
    groups: plain.groups.map((each, place) => ({
      ...each,
      curve: nth(curves, place),
      events: nth(curves, place).events,
    })),
    test,
    patients: group.length,
    events: curves.reduce((sum, { events }) => sum + events, 0),
    comparisons: compareGroups({
      subjects,
      order: data.order,
      levels,
      present: names.map((_, place) => place),
      reference: 0,
      ordered: false,
      confidence,
      test: logRankTest,
      adjust: "holm",
      whole: null,
    }),
    setting: { ...plain.setting, entry: data.entry !== undefined, weights: data.weightKind ?? null },
  };
}
