import type { ColumnBuilder } from "./columnBuilder";
import { appendNumber, startNumbers } from "./numberMode";
import { detached, hasOuterBlank, trimmed } from "./outerBlanks";
import { takeRoom } from "./room";
import { slotOf, takeSlot } from "./shortTexts";

/** Adds the next cell to a column. */
export function appendCell(builder: ColumnBuilder, cell: string): void {
  if (builder.values) appendNumber(builder, builder.values, cell);
  else appendText(builder, hasOuterBlank(cell) ? trimmed(builder, cell) : cell);
  builder.rows++;
}

function appendText(builder: ColumnBuilder, text: string): void {
  const { rows, levels, short } = builder;
  if (rows === builder.codes.length) builder.codes = larger(builder.codes);
  if (text === "") {
    builder.codes[rows] = -1;
    return;
  }
  const slot = slotOf(short, text);
  const code = slot >= 0 ? short.codes[slot] - 1 : (builder.index.get(text) ?? -1);
  builder.codes[rows] = code >= 0 ? code : addLevel(builder, text, slot);
  if (levels.length > builder.overflow) startNumbers(builder, rows + 1);
}

function addLevel({ levels, short, index, room, name }: ColumnBuilder, text: string, slot: number): number {
  takeRoom(room, name, levels.length + 1, text);
  const own = detached(text);
  const code = levels.push(own) - 1;
  if (slot >= 0) takeSlot(short, slot, code);
  else index.set(own, code);
  return code;
}

function larger(codes: Int32Array): Int32Array {
  const grown = new Int32Array(2 * codes.length);
  grown.set(codes);
  return grown;
}
