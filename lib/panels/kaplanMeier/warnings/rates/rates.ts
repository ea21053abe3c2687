import { cautionIds } from "../../../../board/figureOptions";
import { cautionRates } from "./cautionRates";
import { intervalRates } from "./intervalRates";
import { type InventedGroup, type Variant, weibull } from "./inventedCohort";

const cohorts = Number(process.argv[2] ?? 2000);
const variants: Variant[] = ["plain", "entry", "sampling"];
const shapes = { exponential: 1, "Weibull 0.6": 0.6, "Weibull 1.6": 1.6 };
const row = (cells: string[]) =>
  console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(54) : cell.padStart(7))).join(""));
const short = (id: string) => id.slice(0, 6);
const shown = cautionIds.filter(
  (id) => !["known-later", "other-test", "score-own-patients", "many-comparisons"].includes(id),
);

function line(name: string, groups: InventedGroup[], variant: Variant) {
  const { any, each } = cautionRates(groups, variant, cohorts, 1);
  row([name, ...[any, ...shown.map((id) => each.get(id) ?? 0)].map((rate) => `${(rate * 100).toFixed(1)}`)]);
}

console.log(`Percent of ${cohorts} drawn cohorts whose figure has a caution; no difference between groups.`);
row(["", "any", ...shown.map(short)]);
for (const [shape, k] of Object.entries(shapes))
  for (const n of [40, 75, 120])
    for (const groups of [2, 3])
      for (const variant of variants)
        line(
          `${shape}, n = ${n}, ${groups} groups, ${variant}`,
          Array.from({ length: groups }, () => ({ patients: Math.round(n / groups), event: weibull(18, k) })),
          variant,
        );
console.log("Proportional hazards, ratio 0.5");
for (const n of [40, 75, 120])
  for (const variant of variants)
    line(
      `n = ${n}, 2 groups, ${variant}`,
      [18, 36].map((median) => ({ patients: Math.round(n / 2), event: weibull(median) })),
      variant,
    );

const same = weibull(18);
const lateEffect = (uniform: number) => {
  const plain = same(uniform);
  return plain <= 6 ? plain : 6 + (plain - 6) / 0.3;
};
const powers: Record<string, InventedGroup["event"][]> = {
  "crossing: Weibull 0.5 and 3, same median": [weibull(18, 0.5), weibull(18, 3)],
  "crossing: Weibull 0.7 and 1.8, same median": [weibull(18, 0.7), weibull(18, 1.8)],
  "effect after 6 months, then ratio 0.3": [same, lateEffect],
  "in the group who lived 6 months": [same, (uniform) => 6 + same(uniform)],
  "in the group who lived a median of 3 months": [same, (uniform, random) => weibull(3)(random()) + same(uniform)],
};
console.log("Power");
for (const [name, events] of Object.entries(powers))
  for (const n of [75, 120, 240])
    line(
      `${name}, n = ${n}`,
      events.map((event) => ({ patients: Math.round(n / 2), event })),
      "plain",
    );
for (const n of [75, 120, 240])
  line(
    `follow-up 6–24 and 12–60 months, n = ${n}`,
    [
      { patients: Math.round(n / 2), event: same },
      { patients: Math.round(n / 2), event: same, followed: (uniform) => 6 + 18 * uniform },
    ],
    "plain",
  );

console.log(
  "Percent of cohorts whose 95% interval of group 1 holds the truth, and in which the log-rank test rejects at .05; no difference",
);
const parts = ["survival", "median", "restrictedMean", "hazardRatio", "rejection"] as const;
console.log("".padEnd(54) + parts.map((part) => part.slice(0, 9).padStart(11)).join(""));
for (const [shape, k] of Object.entries(shapes))
  for (const n of [40, 120])
    for (const groups of [2, 3])
      for (const variant of variants) {
        const rates = intervalRates({ n, groups, shape: k, variant }, cohorts, 1);
        const name = `${shape}, n = ${n}, ${groups} groups, ${variant}`;
        console.log(name.padEnd(54) + parts.map((part) => (rates[part] * 100).toFixed(1).padStart(11)).join(""));
      }
