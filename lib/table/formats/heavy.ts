import type { Source } from "../source";
import { beginsWith } from "./bytes";
import type { FormatSign } from "./format";

/** A packed folder; what is in it the reader finds out. */
export const workbookSign: FormatSign = {
  id: "workbook",
  label: "an Excel workbook",
  matches: (head) => beginsWith(head, "PK\x03\x04"),
};

export const parquetSign: FormatSign = {
  id: "parquet",
  label: "a Parquet file",
  matches: (head) => beginsWith(head, "PAR1"),
};

/** A compound file of Microsoft's; what is in it the reader finds out. */
export const legacyWorkbookSign: FormatSign = {
  id: "legacyWorkbook",
  label: "an old Excel workbook (.xls)",
  matches: (head) => beginsWith(head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
};

/** Formats whose readers are large: they run in a worker of their own and are not imported here. */
export const heavySigns: readonly FormatSign[] = [workbookSign, legacyWorkbookSign, parquetSign];

export const headOf = (source: Source): Promise<Uint8Array> => source.read(0, Math.min(source.size, 1 << 16));

/** Whether the file needs `readHeavyTable`. */
export async function isHeavy(source: Source): Promise<boolean> {
  const head = await headOf(source);
  return heavySigns.some(({ matches }) => matches(head));
}
