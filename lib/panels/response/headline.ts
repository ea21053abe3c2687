import { counted, formatCount, inSentence, listed } from "../../format";
import { about, clearBelow, type Headline, noProof } from "../headline";
import type { ResponseResult } from "./result";
import { denominatorText, differenceText, rateNames, rateText, testText } from "./words";

/** How many responded, said first; "more" where Fisher’s test and the interval of the difference agree on it. */
export function headline(result: ResponseResult): Headline | null {
  const { groups, groupLabel, comparison, level, responseLabel } = result;
  if (responseLabel === null) {
    const sum = (of: "measured" | "smaller") => groups.reduce((total, group) => total + group[of], 0);
    return {
      claim: `The tumor was smaller than at baseline in ${formatCount(sum("smaller"))} of ${counted(sum("measured"), "patient")} measured.`,
      evidence: "Best changes alone: no column says best response, so there are no rates.",
    };
  }
  const id = comparison?.rate ?? "ORR";
  const rates = groups.flatMap(({ label, rates: own }) =>
    own.flatMap((rate) => (rate.id === id ? [{ label, rate }] : [])),
  );
  const [first] = rates;
  if (!first) return null;
  const name = rateNames[id];
  if (!comparison)
    return rates.length > 1
      ? null
      : {
          claim: `${name} in ${rateText(first.rate)}.`,
          evidence: `${formatCount(first.rate.count)} of ${counted(first.rate.of, "patient")}, ${denominatorText(result)}.`,
        };
  const [difference, ...more] = comparison.differences;
  const against = rates.find(({ label }) => label === comparison.reference.label);
  const other = rates.find(({ label }) => label === difference?.label);
  const clear = comparison.p < clearBelow(level);
  const labels = rates.map(({ label }) => label);
  const between = `between ${labels.length === 2 ? listed(labels) : `the ${counted(labels.length, "group")}`}`;
  const excluded = difference !== undefined && (difference.lower > 0 || difference.upper < 0);
  const claim = !clear
    ? `no clear difference in ${inSentence(name)} ${between}. ${noProof}`
    : difference && more.length === 0 && excluded
      ? `${inSentence(name)} was ${difference.estimate > 0 ? "more" : "less"} frequent in ${difference.label} than in ${comparison.reference.label}.`
      : `${inSentence(name)} differs ${between}.`;
  const shares =
    difference && more.length === 0 && other && against
      ? `${rateText(other.rate)} v ${rateText(against.rate)}; difference ${differenceText(difference)}`
      : rates.map(({ label, rate }) => `${label} ${rateText(rate)}`).join(", ");
  return {
    claim: `${about(groupLabel)}${claim}`,
    evidence: `${shares}; Fisher’s exact test ${testText(comparison, level)}.`,
  };
}
