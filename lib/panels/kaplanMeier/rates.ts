import { ciInWords, counted, formatCount, formatEstimate, formatTime } from "../../format";
import { nth } from "../../numeric/nth";
import type { EventRate } from "../../survival";
import type { MethodUse } from "../methods/methods";
import type { Stat } from "../methods/stat";
import { timeIn } from "../timeUnit";
import type { KaplanMeierResult } from "./result";

type Of = Pick<KaplanMeierResult, "endpoint">;

/** Rates are told by so many years of all patients together. */
const per = 100;
export const rateName = `Rate per ${per} person-years`;

const yearsOf = ({ time }: EventRate, { endpoint }: Of): number => timeIn(time, endpoint.unit, "years");

function byYears(rate: EventRate, of: Of) {
  const factor = (per * rate.time) / yearsOf(rate, of);
  return { estimate: rate.rate * factor, lower: rate.lower * factor, upper: rate.upper * factor };
}

/** "34.2 (28.1–41.3); 62 events in 181 person-years"; where the years stand in the name of the line, "62 in 181 years". */
export function rateInWords(rate: EventRate, of: Of, { short = false } = {}): string {
  const years = formatTime(yearsOf(rate, of));
  const said = short
    ? `${formatCount(rate.events)} in ${years} years`
    : `${counted(rate.events, "event")} in ${years} person-years`;
  return rate.time > 0 ? `${formatEstimate(byYears(rate, of), formatTime)}; ${said}` : `NE; ${said}`;
}

/** Events of each group by the time its patients were followed, in years of all of them together. */
export function rateStats(result: KaplanMeierResult): Stat[] {
  const { comparisons, groups, confidence } = result;
  const methods: readonly [MethodUse] = [{ id: "rates", level: confidence.level }];
  return (comparisons?.rates ?? []).flatMap((rate, place): Stat[] => {
    const { label, curve } = nth(groups, place);
    const { estimate, lower, upper } = byYears(rate, result);
    return [
      {
        methods,
        text: [`${rateName} (${ciInWords(confidence.level)}), ${label}`, rateInWords(rate, result)],
        number: {
          quantity: rateName.toLowerCase(),
          group: label,
          is: { estimand: "event rate", unit: `per ${per} person-years` },
          value: estimate,
          lower,
          upper,
        },
        gives: [rate.events, curve.n - rate.events],
      },
      {
        methods,
        text: null,
        number: {
          quantity: "person-years",
          group: label,
          is: { estimand: "time followed, of all together", unit: "person-years" },
          value: yearsOf(rate, result),
        },
      },
    ];
  });
}
