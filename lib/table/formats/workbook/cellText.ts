import { dayToIso } from "../../dates";
import { serialDay } from "../../serials";

/** What cells refer to, from the other parts of the workbook. */
export interface Workbook {
  strings: string[];
  styles: CellStyle[];
  system: 1900 | 1904;
}

export interface RawCell {
  type: string;
  style: number;
  value: string;
  inline: string;
}

/** How a cell style shows numbers. */
export type CellStyle = "day" | "percent" | "other";

/**
 * A cell as text, null where it refers to a text that the workbook does not have. Numbers are written with a decimal
 * point, days as 2020-01-31, truth values as TRUE and FALSE.
 */
export function textOf(cell: RawCell, { strings, styles, system }: Workbook): string | null {
  switch (cell.type) {
    case "s":
      return cell.value === "" ? "" : (strings[Number(cell.value)] ?? null);
    case "inlineStr":
      return unescapedText(cell.inline);
    case "b":
      return cell.value === "" ? "" : isTrue(cell.value) ? "TRUE" : "FALSE";
    case "str":
      return unescapedText(cell.value);
    case "e":
    case "d":
      return cell.value;
    default:
      return cell.value !== "" && styles[cell.style] === "day" ? dayText(cell.value, system) : numberText(cell.value);
  }
}

/**
 * A day with the time of day where there is one; serial 60 is written as the day that never was, so that it is named as
 * impossible.
 */
export function dayText(value: string, system: 1900 | 1904): string {
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

/**
 * Characters that XML cannot hold are written _x000D_; a return before a line feed is part of the line end. Source:
 * ECMA-376 part 1, 22.9.2.19.
 */
export function unescapedText(text: string): string {
  if (!text.includes("_x")) return text;
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll("\r\n", "\n");
}

/** Whether an attribute or a value says yes. */
export const isTrue = (value: string | null) => value === "1" || value === "true";
