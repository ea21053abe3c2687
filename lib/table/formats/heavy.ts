import type { Source } from "../source";
import { beginsWith } from "./bytes";
import type { FormatSign } from "./format";
import { gunzippedHead, isGzip } from "./gzip";
import { isJson, latinHead } from "./notTables";

/** A packed folder; what is in it the reader finds out. */
export const workbookSign: FormatSign = {
  id: "workbook",
  label: "an Excel workbook",
  endings: ["xlsx", "xlsm", "ods", "zip"],
  matches: (head) => beginsWith(head, "PK\x03\x04"),
};

export const parquetSign: FormatSign = {
  id: "parquet",
  label: "a Parquet file",
  endings: ["parquet"],
  matches: (head) => beginsWith(head, "PAR1"),
};

/** A compound file of Microsoft's; what is in it the reader finds out. */
export const legacyWorkbookSign: FormatSign = {
  id: "legacyWorkbook",
  label: "an old Excel workbook",
  endings: ["xls"],
  matches: (head) => beginsWith(head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
};

export const jsonSign: FormatSign = {
  id: "json",
  label: "a JSON document",
  endings: ["json", "ndjson", "jsonl", "geojson"],
  matches: (head) => isJson(latinHead(head, 1000)),
};

/** A page with a table in it; whether that is one of data the reader finds out. */
export const htmlSign: FormatSign = {
  id: "html",
  label: "a web page",
  endings: ["html", "htm"],
  matches(head) {
    const text = latinHead(head, head.length);
    return (
      /^\s*(<!--[\s\S]*?-->\s*)?<(!doctype html|html|head|body|meta|table)[\s>]/i.test(text) &&
      /<table[\s>]/i.test(text)
    );
  },
};

export const stataSign: FormatSign = {
  id: "stata",
  label: "a Stata data file",
  endings: ["dta"],
  matches: (head) =>
    beginsWith(head, "<stata_dta>") ||
    (head[0] >= 0x69 && head[0] <= 0x73 && (head[1] === 1 || head[1] === 2) && head[2] === 1 && head[3] === 0),
};

/** What saveRDS() and save() write, in binary or as text, mostly packed with gzip. */
export const rDataSign: FormatSign = {
  id: "r",
  label: "an R data file",
  endings: ["rds", "rda", "rdata"],
  matches: (head) => /^(RD[XA][23]\n)?(X\n\0\0\0|A\n[23]\n)/.test(latinHead(head, 12)),
};

export const sasSign: FormatSign = {
  id: "sas",
  label: "a SAS data set",
  endings: ["sas7bdat"],
  matches: (head) => beginsWith(head, "\0\0\0\0\0\0\0\0\0\0\0\0\xc2\xea\x81\x60"),
};

/** Formats whose readers are large: they run in a worker of their own and are not imported here. */
export const heavySigns: readonly FormatSign[] = [
  workbookSign,
  legacyWorkbookSign,
  parquetSign,
  jsonSign,
  htmlSign,
  stataSign,
  rDataSign,
  sasSign,
];

export const headOf = (source: Source): Promise<Uint8Array> => source.read(0, Math.min(source.size, 1 << 16));

/** The beginning of the file, or of what is packed in it with gzip. */
export async function contentHead(source: Source): Promise<Uint8Array> {
  const head = await headOf(source);
  return isGzip(head) ? gunzippedHead(source) : head;
}

/** Whether the file needs `readHeavyTable`. */
export async function isHeavy(source: Source): Promise<boolean> {
  const head = await contentHead(source);
  return heavySigns.some(({ matches }) => matches(head));
}
