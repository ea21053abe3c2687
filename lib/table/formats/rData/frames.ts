import { classesOf, isVector, type RList, type RValue, stringsOf } from "./values";

/** A data frame in a file. */
export interface Frame {
  name: string;
  columns: { name: string; value: RValue }[];
  rows: number;
  /** Names of its rows, where they are more than their numbers. */
  rowNames: (string | null)[] | null;
}

/** The data frames of a value: itself, those in a plain list, those saved under names. Null where one is damaged. */
export function framesIn(value: RValue): Frame[] | null {
  const found: Frame[] = [];
  const look = (name: string, each: RValue, depth: number): boolean => {
    if (each.kind === "pairs") return each.values.every(({ tag, value: own }) => look(tag, own, depth + 1));
    if (each.kind !== "list" || depth > 3) return true;
    const names = stringsOf(each.attributes.get("names"));
    if (classesOf(each).includes("data.frame")) {
      const frame = frameOf(name, each, names);
      if (frame) found.push(frame);
      return frame !== null;
    }
    if (each.attributes.has("class")) return true;
    const under = name === "" ? "" : `${name}$`;
    return each.values.every((own, place) => look(`${under}${names[place] ?? `[[${place + 1}]]`}`, own, depth + 1));
  };
  return look("", value, 0) ? found : null;
}

function frameOf(name: string, { values, attributes }: RList, names: (string | null)[]): Frame | null {
  if (names.length !== values.length) return null;
  const given = attributes.get("row.names");
  const own = given?.kind === "strings" ? given.values : null;
  const rows = own?.length ?? rowCount(given);
  if (rows === null) return null;
  const columns = values.map((value, place) => ({ name: names[place] ?? "", value }));
  const short = columns.some(({ value }) => lengthOf(value) !== null && lengthOf(value) !== rows);
  const rowNames = own?.some((each, row) => each !== String(row + 1)) ? own : null;
  return short ? null : { name, columns, rows, rowNames };
}

/** Numbers of rows are written as NA and their count, below zero where they are automatic. */
function rowCount(given: RValue | undefined): number | null {
  if (!isVector(given)) return null;
  return given.length === 2 && Number.isNaN(given.at(0)) ? Math.abs(given.at(1)) : given.length;
}

/** How many rows a column has; null for what is no column of single cells. */
export function lengthOf(value: RValue): number | null {
  if (value.attributes.has("dim")) return null;
  return isVector(value) ? value.length : value.kind === "strings" ? value.values.length : null;
}
