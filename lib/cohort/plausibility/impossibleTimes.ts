import { counted } from "../../format";
import { type Check, rowsFinding, rowsWhere } from "./check";
import { type RawTime, rawTimes } from "./rawTimes";

/** Times below zero are left out of a curve; times of zero stay in it. */
export const impossibleTimes: Check = (facts) => {
  const times = rawTimes(facts);
  // A negative time between two dates is an end before its start, which is said as such.
  const given = times.filter(({ column }) => column !== null);
  const rowsOf = (among: RawTime[], test: (days: number) => boolean) =>
    rowsWhere(facts, (row) => among.some(({ days }) => test(days[row] ?? Number.NaN)));
  const namesOf = (test: (days: number) => boolean) =>
    times.flatMap(({ column, days }) => (column !== null && days.some(test) ? [column] : []));
  const isNegative = (days: number) => days < 0;
  const isZero = (days: number) => days === 0;
  return [
    ...rowsFinding(
      "negative-time",
      rowsOf(given, isNegative),
      (count, where) => `${counted(count, "row has", "rows have")} a negative time (${where}).`,
      "Such a row is left out of the curve. Check its dates in the file.",
      { columns: namesOf(isNegative) },
    ),
    ...rowsFinding(
      "zero-time",
      rowsOf(times, isZero),
      (count, where) => `${counted(count, "row has", "rows have")} a time of zero (${where}).`,
      "They stay in the curve. Check whether anything was known after the start.",
      { columns: namesOf(isZero) },
    ),
  ];
};
