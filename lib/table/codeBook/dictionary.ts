import { type CodeBook, codeBookIn } from "./codeBook";

const variable =
  /^(variable( ?\/ ?field)? ?name|field ?name|variable|column( name)?|name|item|feld(name)?|spalte|variablenname)$/i;
const meaning =
  /^(choices.*|select choices.*|codes?|codings?|values?|labels?|value labels?|meanings?|options?|levels?|categories|wert(e|elabels?)?|bedeutung|kodierung|codierung)$/i;

const plain = (cell: string) => cell.replaceAll("_", " ").trim();

/** Whether a header is that of a code book: variables and what their values mean, as REDCap's data dictionary has them. */
export const isDictionary = (header: readonly string[]): boolean =>
  header.some((cell) => variable.test(plain(cell))) && header.some((cell) => meaning.test(plain(cell)));

/** The code book of a file of its own; null where it is none. */
export function dictionaryIn(from: string, records: readonly (readonly string[])[]): CodeBook | null {
  const place = records.slice(0, 20).findIndex(isDictionary);
  const header = records[place];
  if (!header) return null;
  const at = header.findIndex((cell) => variable.test(plain(cell)));
  const body = records.slice(place + 1);
  const names = new Set(body.map((record) => (record[at] ?? "").trim()).filter((name) => name !== ""));
  return codeBookIn({ from, records: body.map((record) => [record[at] ?? "", ...record.slice(at + 1)]) }, [...names]);
}
