import type { Endpoint, TimeUnit } from "../../board/board";
import { counted, decimals, formatCount } from "../../format";
import { notice } from "../../table/notices/notice";
import { endpointData } from "../endpoint";
import { daysIn } from "../endpointTime";
import { unitOf, wordsOf } from "../layouts/columnWords";
import { type Check, type Facts, type Finding, rowsFinding, rowsWhere } from "./check";

/** Nobody is followed for longer, and no cohort for half its patients as long. */
const longestLife = 110;
const longestMedian = 25;
const fewest = 10;

/**
 * Times that can hardly be what they are said to be: longer than a life, missing where nothing happened, or unlike
 * another column of the same time in another unit.
 */
export const timesInDoubt: Check = (facts) => [
  ...facts.board.endpoints.flatMap((endpoint) => [...tooLong(facts, endpoint), ...onlyOfEvents(facts, endpoint)]),
  ...disagreeing(facts),
];

function tooLong(facts: Facts, endpoint: Endpoint): Finding[] {
  const { time, label, id } = endpoint;
  const data = endpointData(facts.table, endpoint);
  if (!data.ok || time.from !== "column" || time.unit === null) return [];
  const years = daysIn[time.unit] / daysIn.years;
  const inYears = (row: number) => (data.value.time[row] ?? Number.NaN) * years;
  const used = rowsWhere(facts, (row) => data.value.reason[row] === 0);
  const sorted = used.map(inYears).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const shorter = shorterUnit(time.unit, median);
  if (used.length >= fewest && median > longestMedian && shorter) {
    const { unit } = time;
    return [
      {
        ...notice(
          "time-unit-doubtful",
          used.length,
          `Half of “${time.column}” lies beyond ${decimals(median / years, 0)} ${unit}, ${decimals(median, 0)} years: ${shorter} rather than ${unit}?`,
          "Nothing is converted until you say so.",
          { columns: [time.column] },
        ),
        remedies: [
          { label: `“${time.column}” is in ${shorter}`, endpoint: id, change: { time: { ...time, unit: shorter } } },
        ],
      },
    ];
  }
  return rowsFinding(
    "time-beyond-life",
    used.filter((row) => inYears(row) > longestLife),
    (count, where) =>
      `${counted(count, "time")} of ${label} ${count === 1 ? "is" : "are"} longer than a life (${where}).`,
    "Check the unit, or these rows in the file.",
    { columns: [time.column] },
  );
}

const units: readonly TimeUnit[] = ["years", "months", "weeks", "days"];

/** The next shorter unit in which half of the times are months to years; null where none is. */
function shorterUnit(unit: TimeUnit, medianYears: number): TimeUnit | null {
  const shorter = units.slice(units.indexOf(unit) + 1).filter((each) => each !== "weeks");
  const as = (other: TimeUnit) => (medianYears * daysIn[other]) / daysIn[unit];
  return shorter.find((other) => as(other) <= longestMedian && as(other) >= 0.1) ?? null;
}

/** A time that only those with the event have is the time of the event, and those without have no follow-up. */
function onlyOfEvents(facts: Facts, endpoint: Endpoint): Finding[] {
  const { time, label } = endpoint;
  const column = time.from === "column" ? facts.table.columns.find(({ name }) => name === time.column) : undefined;
  const data = endpointData(facts.table, endpoint);
  if (!data.ok || column?.kind !== "number" || endpoint.event === null || endpoint.event.coding.length === 0) return [];
  const { cause } = data.value;
  const missing = (row: number) => Number.isNaN(column.values[row] ?? Number.NaN);
  const of = (code: number) => rowsWhere(facts, (row) => cause[row] === code && isSaid(facts, endpoint, row));
  const [events, censored] = [of(1), of(0)];
  const without = censored.filter(missing);
  if (events.length < 5 || censored.length < 5 || without.length < 0.8 * censored.length) return [];
  if (events.filter(missing).length > 0.2 * events.length) return [];
  return rowsFinding(
    "time-only-of-events",
    without,
    (count) =>
      `“${column.name}” is missing for ${formatCount(count)} of ${counted(censored.length, "patient")} without the event: ${label} would be of those with it alone.`,
    "Choose the column of the last follow-up for the others: “a column for each outcome” in the time of this endpoint.",
    { columns: [column.name] },
  );
}

function isSaid({ table }: Facts, { event }: Endpoint, row: number): boolean {
  const column = table.columns.find(({ name }) => name === event?.column);
  return (column?.written?.codes[row] ?? -1) >= 0;
}

/** Two columns of the same name in different units that are not the same times. */
function disagreeing(facts: Facts): Finding[] {
  const times = facts.table.columns.flatMap((column) => {
    const unit = column.kind === "number" ? unitOf(column.name) : null;
    return column.kind === "number" && unit ? [{ column, unit, stem: stemWithoutUnit(column.name) }] : [];
  });
  return times.flatMap((one, place) =>
    times.slice(place + 1).flatMap((other) => {
      if (one.stem === "" || one.stem !== other.stem || one.unit === other.unit) return [];
      const factor = daysIn[other.unit] / daysIn[one.unit];
      const [a, b] = [one.column.values, other.column.values];
      const both = rowsWhere(facts, (row) => (a[row] ?? Number.NaN) > 0 && (b[row] ?? Number.NaN) > 0);
      const differ = both.filter((row) => {
        const [x, y] = [a[row] ?? Number.NaN, (b[row] ?? Number.NaN) * factor];
        // Rounded to whole units, and months of 30 to 30.5 days.
        return Math.abs(x - y) > 0.03 * Math.max(x, y) + Math.max(1, factor);
      });
      if (both.length < fewest) return [];
      return rowsFinding(
        "times-disagree",
        differ,
        (count, where) =>
          `“${one.column.name}” and “${other.column.name}” are not the same time in ${counted(count, "row")} of ${formatCount(both.length)} (${where}).`,
        "Check the units, or these rows in the file.",
        { columns: [one.column.name, other.column.name] },
      );
    }),
  );
}

const stemWithoutUnit = (name: string) =>
  wordsOf(name)
    .filter((word) => unitOf(word) === null)
    .join(" ");
