import { notice, quoted } from "../notices/notice";
import type { Notice } from "../table";
import type { HeaderRows } from "./headerRows";

/** Said where the names of the columns stand in two rows. */
export function headerJoined(rows: HeaderRows | null): Notice[] {
  if (!rows || !(rows.above || rows.joined)) return [];
  const message = `The names of the columns stand in two rows and are read together: ${quoted(rows.names, 6)}.`;
  const hint = "Say which row is the header if only one of them is.";
  return [notice("header-joined", rows.names.length, message, hint)];
}
