const beginning = new Set([0x0809, 0x0409, 0x0209, 0x0009]);
const ending = 0x000a;
const sheetPlace = 0x0085;
const password = 0x002f;

/**
 * Whether the records of a workbook go on to their ends: those of the workbook and of each sheet it names. What has been
 * cut off would otherwise be read as far as it goes. Source: Microsoft, [MS-XLS] 2.1.4 and 2.4.28.
 */
export function wholeStream(stream: Uint8Array): "whole" | "locked" | "cut off" {
  const data = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const sheets: number[] = [];
  let locked = false;
  const whole = endsFrom(data, 0, (type, at, length) => {
    if (type === password) locked = true;
    if (type === sheetPlace && length >= 4) sheets.push(data.getUint32(at, true));
  });
  if (locked) return "locked";
  return whole && sheets.every((at) => endsFrom(data, at)) ? "whole" : "cut off";
}

/** Whether the records from here on come to the end that belongs to the first of them. */
function endsFrom(data: DataView, start: number, meet?: (type: number, at: number, length: number) => void): boolean {
  let depth = 0;
  for (let at = start; at + 4 <= data.byteLength; ) {
    const [type, length] = [data.getUint16(at, true), data.getUint16(at + 2, true)];
    if (at + 4 + length > data.byteLength) return false;
    if (depth === 0 && !beginning.has(type)) return false;
    if (beginning.has(type)) depth++;
    else if (type === ending && --depth === 0) return true;
    meet?.(type, at + 4, length);
    at += 4 + length;
  }
  return false;
}
