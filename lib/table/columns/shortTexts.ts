/**
 * Codes of short texts, without hashing strings: a text of up to 8 ASCII characters, or up to 14 characters of numbers
 * and dates, is packed exactly into two integers, and these are the key.
 */
export interface ShortTexts {
  /** Two integers a slot. */
  keys: Int32Array;
  /** One more than the code; 0 marks a free slot. */
  codes: Int32Array;
  used: number;
}

export const shortTexts = (): ShortTexts => ({ keys: new Int32Array(32), codes: new Int32Array(16), used: 0 });

/** The slot of the text, its own or the free one where it belongs; −1 for texts that are not short. */
export function slotOf(table: ShortTexts, text: string): number {
  const { length } = text;
  if (length > 8) return length <= 14 ? numericSlot(table, text) : -1;
  let low = 0;
  let high = 0;
  for (let at = 0; at < length; at++) {
    const character = text.charCodeAt(at);
    if (character < 1 || character > 127) return -1;
    if (at < 4) low = (low << 7) | character;
    else high = (high << 7) | character;
  }
  return findSlot(table, low, high);
}

/** Digits and + , - . / in four bits each. */
function numericSlot(table: ShortTexts, text: string): number {
  let low = 0;
  let high = 1;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 42;
    if (digit < 1 || digit > 15) return -1;
    if (at < 7) low = (low << 4) | digit;
    else high = (high << 4) | digit;
  }
  // A bit that packed texts of up to 8 characters never set.
  return findSlot(table, low | (1 << 30), high);
}

function findSlot({ keys, codes }: ShortTexts, low: number, high: number): number {
  const mask = codes.length - 1;
  const mixed = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
  let slot = (mixed ^ (mixed >>> 15)) & mask;
  while (codes[slot] !== 0 && (keys[2 * slot] !== low || keys[2 * slot + 1] !== high)) slot = (slot + 1) & mask;
  if (codes[slot] === 0) {
    keys[2 * slot] = low;
    keys[2 * slot + 1] = high;
  }
  return slot;
}

/** Gives the free slot, whose key is already in it, to a code. */
export function takeSlot(table: ShortTexts, slot: number, code: number): void {
  table.codes[slot] = code + 1;
  table.used++;
  if (2 * table.used > table.codes.length) grow(table);
}

function grow(table: ShortTexts): void {
  const { keys, codes } = table;
  table.keys = new Int32Array(2 * keys.length);
  table.codes = new Int32Array(2 * codes.length);
  for (let old = 0; old < codes.length; old++) {
    if (codes[old] === 0) continue;
    table.codes[findSlot(table, keys[2 * old], keys[2 * old + 1])] = codes[old];
  }
}
