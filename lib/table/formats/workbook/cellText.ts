import { dayToIso } from "../../dates";
import { serialDay } from "../../serials";

/** What cells refer to, from the other parts of the workbook. */
export interface Workbook {
  strings: string[];
  dayStyles: boolean[];
  system: 1900 | 1904;
}

export interface RawCell {
  type: string;
  style: number;
  value: string;
  inline: string;
}

/** A cell as text. Numbers are written with a decimal point, days as 2020-01-31, truth values as TRUE and FALSE. */
export function textOf(cell: RawCell, { strings, dayStyles, system }: Workbook): string {
  switch (cell.type) {
    case "s":
      return strings[Number(cell.value)] ?? "";
    case "inlineStr":
      return cell.inline;
    case "b":
      return cell.value === "" ? "" : isTrue(cell.value) ? "TRUE" : "FALSE";
    case "str":
    case "e":
    case "d":
      return cell.value;
    default:
      return cell.value !== "" && dayStyles[cell.style] ? dayText(cell.value, system) : numberText(cell.value);
  }
}

/** A day with the time of day where there is one; serial 60 is written as the day that never was, so that it is named as impossible. */
function dayText(value: string, system: 1900 | 1904): string {
  const serial = Number(value);
  if (system === 1900 && Math.floor(serial) === 60) return "1900-02-29";
  const day = dayToIso(serialDay(numberText(value), system));
  if (day === "") return numberText(value);
  const minutes = Math.round((serial % 1) * 1440);
  if (minutes === 0 || minutes === 1440) return day;
  return `${day} ${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Shortest text of the same double: workbooks write 0.1 as 0.10000000000000001. */
function numberText(value: string): string {
  const number = Number(value);
  return value.trim() === "" || !Number.isFinite(number) ? value : String(number);
}

/** Whether an attribute or a value says yes. */
export const isTrue = (value: string | null) => value === "1" || value === "true";
