import { failed, ok, problem, type Result } from "../result";
import type { WarehouseColumn } from "./reading";

/** What an engine calls a type, as one that is read here; null of lists, structs and the like. */
export function typeOfSql(type: string): WarehouseColumn["type"] | null {
  const name = type
    .toLowerCase()
    .trim()
    .replace(/^(nullable|lowcardinality)\((.*)\)$/, "$2");
  if (/\[\]$|^(array|map|struct|row|interval|json|variant|tuple)/.test(name)) return null;
  if (/^(u?(tiny|small|big|huge|medium)?int(eger)?\d*|int\d|long|short|byteint)\b/.test(name)) return "integer";
  if (/^(double|float|real|numeric|decimal|number|dec)/.test(name)) return "number";
  if (/^(date|timestamp|datetime)/.test(name)) return "date";
  if (/^bool/.test(name)) return "boolean";
  return /^(n?var)?char|^text|^string|^character|^enum|^uuid|^citext|^fixedstring|^name$/.test(name) ? "text" : null;
}

/** The columns of a table, one a line as “name,type”, as SELECT column_name, data_type FROM information_schema.columns prints them. */
export function tableFromText(text: string): Result<WarehouseColumn[]> {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const columns: WarehouseColumn[] = [];
  for (const line of lines) {
    const quoted = /^"((?:[^"]|"")*)",(.*)$/.exec(line);
    const comma = line.indexOf(",");
    const name = quoted ? quoted[1]?.replaceAll('""', '"') : comma < 0 ? undefined : line.slice(0, comma).trim();
    const type = (quoted?.[2] ?? line.slice(comma + 1)).trim().replaceAll('"', "");
    if (name === undefined) return failed(unreadable(line));
    if (/^column_name$/i.test(name)) continue;
    const known = typeOfSql(type);
    if (known) columns.push({ name, type: known });
  }
  return columns.length > 0 ? ok(columns) : failed(unreadable(lines[0] ?? ""));
}

const unreadable = (line: string) =>
  problem(
    "columns-unreadable",
    `“${line.slice(0, 60)}” is no line of a list of columns.`,
    "Say one column a line: name,type.",
  );
