import { lostIn } from "../../../panels/kaplanMeier/medians";
import type { MedianContrast } from "../../../survival";
import { check, same } from "../checked";
import { rNumber, rNumbers } from "../rText";
import type { Part } from "./part";

/**
 * Medians against that of the reference, by a bootstrap of R's own: from a seed it draws other numbers, so that limits and
 * resamples without a median are the same within the Monte Carlo error of both.
 */
export function mediansInR({ result, called, checks }: Part): string[] {
  if (!result.medians) return [];
  const { reference, confidence } = result;
  const { count, seed, contrasts } = result.medians;
  const known = contrasts.flatMap((contrast, place) =>
    contrast === null || contrast === "notReached" ? [] : [{ place: place + 1, contrast }],
  );
  if (known.length === 0) return [];
  const places = rNumbers(known.map(({ place }) => place));
  const values = (of: (contrast: MedianContrast) => number) => known.map(({ contrast }) => of(contrast));
  const outside = rNumber((1 - confidence.level) / 2);
  for (const [what, operator, least, quantity] of [
    ["difference", "-", "-Inf", /^difference of medians v /],
    ["ratio", "/", "0", /^ratio of medians v /],
  ] as const) {
    checks.push(
      same(
        `${what} of medians`,
        `(medians$quantile ${operator} medians$quantile[${reference + 1}])[${places}]`,
        values((each) => each[what].estimate),
        called(quantity),
      ),
      ...(["lower", "upper"] as const).map((side) =>
        check(
          `${what} of medians, ${side} limit`,
          values((each) => each[what][side]),
          (limits) =>
            `within_monte_carlo(boot$${what}[, ${places}, drop = FALSE], ${limits}, ${outside}, ${side === "lower" ? `1, ${least}` : "-1, -Inf"})`,
          called(quantity, side),
        ),
      ),
    );
  }
  checks.push(
    same(
      "medians as those of resamples are counted",
      "boot$whole",
      result.groups.map(({ median }) => (median.kind === "reached" ? median.time : null)),
    ),
    check(
      "resamples with a median not reached",
      values(lostIn),
      (numbers) => `as_often(boot$lost[${places}], ${numbers}, ${count})`,
      called(/^resamples with a median not reached v /),
    ),
  );
  return [`boot <- resampled_medians(dat, ${count}, ${seed}, ${reference + 1})`];
}
