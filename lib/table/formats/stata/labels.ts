import { beginsWith } from "../bytes";
import { latin, type StataHeader, untilNul } from "./header";

/** Labels by value, by the name of the set; the text of each as bytes. Throws a RangeError where it is cut off. */
export function readLabels(
  bytes: Uint8Array,
  { labels: start, little, release }: StataHeader,
): Map<string, Map<number, Uint8Array>> {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const modern = release >= 117;
  const nameWidth = release >= 118 ? 129 : 33;
  const sets = new Map<string, Map<number, Uint8Array>>();
  let at = start;
  while (modern ? beginsWith(bytes, "<lbl>", at) : at < bytes.length) {
    if (modern) at += "<lbl>".length;
    const length = data.getUint32(at, little);
    const name = latin(untilNul(bytes, at + 4, nameWidth));
    const table = at + 4 + nameWidth + 3;
    sets.set(name, readSet(bytes, data, table, length, little));
    at = table + length + (modern ? "</lbl>".length : 0);
  }
  if (modern && !beginsWith(bytes, "</value_labels>", at)) throw new RangeError("labels cut off");
  return sets;
}

function readSet(bytes: Uint8Array, data: DataView, start: number, length: number, little: boolean) {
  const count = data.getUint32(start, little);
  const texts = start + 8 + 8 * count;
  const end = start + length;
  if (end > bytes.length || texts > end) throw new RangeError("labels cut off");
  const set = new Map<number, Uint8Array>();
  for (let place = 0; place < count; place++) {
    const text = texts + data.getUint32(start + 8 + 4 * place, little);
    const value = data.getInt32(start + 8 + 4 * count + 4 * place, little);
    if (text >= end) throw new RangeError("label beyond its set");
    // Values beyond what a long can hold stand for .a to .z.
    if (value <= 2_147_483_620) set.set(value, untilNul(bytes, text, end - text));
  }
  return set;
}
