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

/** Records of the cells and sheets, of their formats and merged cells, in all versions of the format. */
const ofCells = new Set([
  ...beginning,
  ending,
  sheetPlace,
  ...[0x0022, 0x002f, 0x0031, 0x0042, 0x0044, 0x008f, 0x00fc],
  ...[0x0043, 0x00e0, 0x0243, 0x0443, 0x001e, 0x041e],
  ...[0x0000, 0x0001, 0x0002, 0x0003, 0x0004, 0x0005, 0x0006, 0x0007, 0x0008],
  ...[0x0200, 0x0201, 0x0203, 0x0204, 0x0205, 0x0206, 0x0207, 0x0208, 0x0406],
  ...[0x007d, 0x007e, 0x00bd, 0x00be, 0x00d6, 0x00e5, 0x00fd, 0x027e],
]);
const formulas = new Set([0x0006, 0x0206, 0x0406]);
/** Behind cell, value and flags, in every version. */
const formulaFrom = 16;
const continued = 0x003c;
/** That the workbook was not calculated: nothing is read of it. */
const skipped = 0x005e;

/**
 * The stream with its formulas emptied, their values kept, and with every record that tells nothing of cells made one
 * that is skipped: the reader follows damaged formulas, names and drawings without end. Source: Microsoft, [MS-XLS] 2.3
 * and 2.4.127.
 */
export function recordsOfCells(stream: Uint8Array): Uint8Array {
  const made = stream.slice();
  const data = new DataView(made.buffer);
  let kept = true;
  for (let at = 0; at + 4 <= made.length; ) {
    const [type, end] = [data.getUint16(at, true), at + 4 + data.getUint16(at + 2, true)];
    if (type !== continued) kept = ofCells.has(type);
    if (!kept) data.setUint16(at, skipped, true);
    if (formulas.has(type)) made.fill(0, Math.min(end, at + 4 + formulaFrom), end);
    at = end;
  }
  return made;
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
