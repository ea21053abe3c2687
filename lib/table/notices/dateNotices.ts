import { counted } from "../../format";
import { cellsWith, namesOf, type ReadColumn, sumOf } from "../columns/readColumn";
import { dateShape } from "../dateText";
import type { Notice } from "../table";
import { notice, quoted } from "./notice";

/** What was settled about dates from the whole column. */
export function dateNotices(columns: readonly ReadColumn[]): Notice[] {
  return [...dateOrders(columns), ...daytimes(columns)];
}

function dateOrders(all: readonly ReadColumn[]): Notice[] {
  return (["dmy", "mdy"] as const).flatMap((order) => {
    const columns = all.filter(
      ({ kind }) => kind.kind === "date" && kind.dates.order === "proven" && kind.dates.style.order === order,
    );
    if (columns.length === 0) return [];
    const names = namesOf(columns);
    const words = order === "dmy" ? ["day/month/year", "month/day"] : ["month/day/year", "day/month"];
    const message = `Dates in ${quoted(names)} are read as ${words[0]}: some cannot be ${words[1]}.`;
    return [
      notice("date-order-inferred", columns.length, message, "Change the order of the column if this is wrong.", {
        columns: names,
      }),
    ];
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
