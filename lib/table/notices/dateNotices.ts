import { counted } from "../../format";
import { cellsWith, namesOf, type ReadColumn, sumOf } from "../columns/readColumn";
import { dateShape } from "../dateText";
import type { Notice } from "../table";
import { notice, quoted } from "./notice";

/** What was settled about dates from the whole column. */
export function dateNotices(columns: readonly ReadColumn[]): Notice[] {
  return [...dateOrders(columns), ...daytimes(columns), ...givenDays(columns)];
}

const marks = { "/": "slashes", ".": "points", "-": "hyphens", " ": "blanks" };
const inWords = { dmy: "day/month/year", mdy: "month/day/year" };

/** The orders of the writings of a column, where they differ; null where all dates have one order. */
function ownOrders({ kind }: ReadColumn): string | null {
  if (kind.kind !== "date" || kind.dates.style.orders === undefined) return null;
  const { order, orders } = kind.dates.style;
  const entries = (Object.keys(marks) as (keyof typeof marks)[]).flatMap((mark) => {
    const own = orders[mark];
    return own ? [`with ${marks[mark]} as ${inWords[own]}`] : [];
  });
  return Object.values(orders).every((own) => own === order) ? null : entries.join(", ");
}

function dateOrders(all: readonly ReadColumn[]): Notice[] {
  const severalHands = all.flatMap((column) => {
    const orders = ownOrders(column);
    const message = `Dates in “${column.column.name}” are read ${orders}.`;
    const hint = "Correct the dates in the file if this is wrong.";
    return orders ? [notice("date-order-inferred", 1, message, hint, { columns: [column.column.name] })] : [];
  });
  return [...severalHands, ...oneOrder(all.filter((column) => ownOrders(column) === null))];
}

const provenAs = (all: readonly ReadColumn[], order: "dmy" | "mdy") =>
  all.filter(({ kind }) => kind.kind === "date" && kind.dates.order === "proven" && kind.dates.style.order === order);

/** What other columns prove of the order of day and month, as a sentence; empty where none does, or they differ. */
export function orderElsewhere(all: readonly ReadColumn[]): string {
  const [days, months] = [provenAs(all, "dmy"), provenAs(all, "mdy")];
  const columns = days.length > 0 ? days : months;
  if (columns.length === 0 || (days.length > 0 && months.length > 0)) return "";
  return `${quoted(namesOf(columns))} can only be ${inWords[days.length > 0 ? "dmy" : "mdy"]}.`;
}

function oneOrder(all: readonly ReadColumn[]): Notice[] {
  return (["dmy", "mdy"] as const).flatMap((order) => {
    const columns = provenAs(all, order);
    if (columns.length === 0) return [];
    const names = namesOf(columns);
    const other = order === "dmy" ? "month/day" : "day/month";
    const message = `Dates in ${quoted(names)} are read as ${inWords[order]}: some cannot be ${other}.`;
    return [
      notice("date-order-inferred", columns.length, message, "Change the order of the column if this is wrong.", {
        columns: names,
      }),
    ];
  });
}

const dayInWords = { first: "first", middle: "15th", last: "last day" };

/** Months without a day that were given one by the user. */
function givenDays(all: readonly ReadColumn[]): Notice[] {
  return all.flatMap((column) => {
    const day = column.kind.kind === "date" ? column.kind.dates.style.dayOfMonth : undefined;
    const isGiven = (text: string) => {
      const shape = dateShape(text);
      return shape?.kind === "partial" && shape.month !== null;
    };
    const count = day ? cellsWith(column, isGiven) : 0;
    if (!day || count === 0) return [];
    const message = `${counted(count, "cell")} of “${column.name}” with a month and no day: the ${dayInWords[day]} is taken, by your word.`;
    const hint = "Times from or to these dates are off by up to half a month with the 15th, else by up to a month.";
    return [notice("day-of-month-given", count, message, hint, { columns: [column.name] })];
  });
}

function daytimes(all: readonly ReadColumn[]): Notice[] {
  const isDaytime = (text: string) => {
    const shape = dateShape(text);
    return shape !== null && shape.kind !== "partial" && shape.time;
  };
  const columns = all.filter((column) => column.kind.kind === "date" && column.texts.texts.some(isDaytime));
  const count = sumOf(columns, (column) => cellsWith(column, isDaytime));
  if (count === 0) return [];
  const names = namesOf(columns);
  return [
    notice(
      "time-of-day-dropped",
      count,
      `The time of day of ${counted(count, "cell")} is left out, in ${quoted(names)}.`,
      "Nothing to do.",
      { columns: names },
    ),
  ];
}
