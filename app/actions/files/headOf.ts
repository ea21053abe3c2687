import { fileSource } from "../../../lib/table/source";
import { theClient } from "../../analysis";
import { part } from "../../parts/part";

const stacks = part(() => import("../../../lib/table/archive/stacked"));

/** The beginning of a text, packed or not; of another file the names of its columns. */
export async function headOf(file: File): Promise<string> {
  const packed = /\.gz$/i.test(file.name) ? await (await stacks()).packedHead(fileSource(file)) : null;
  const head = packed ?? (await file.slice(0, 1 << 16).text());
  if (!head.includes("\0") && !head.slice(0, -3).includes("\ufffd")) return head;
  const [names = []] =
    (await theClient()
      .beginning(file)
      .catch(() => null)) ?? [];
  return names.length > 0 ? `${names.map((name) => name.replace(/\s+/g, " ")).join("\t")}\n` : "";
}
