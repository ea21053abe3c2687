import type { Board } from "../../board/board";
import { choiceFor } from "../columns";

/** The units of laboratory values as they are written in files, and as we write them. */
const spellings: [string, RegExp][] = [
  ["g/dL", /^g(m|ram)?s?(\/|per)?dl$/],
  ["g/L", /^g(m|ram)?s?(\/|per)?l$/],
  ["mg/dL", /^mg(\/|per)?dl$/],
  ["mg/L", /^mg(\/|per)?l$/],
  ["mmol/L", /^mmol(\/|per)?l$/],
  ["U/L", /^i?u(\/|per)?l$/],
  ["10⁹/L", /^(x?10(\^|e|\*\*)?9|giga|g10e9)(\/|per)?l$/],
  ["kg/m²", /^kg(\/|per)?m(\^|\*\*)?2$/],
  ["months", /^(months?|mos?)$/],
  ["days", /^(days?|d)$/],
  ["%", /^(%|pct|percent)$/],
];

/** A unit as we write it, null where the text is none we know. */
export function unitFrom(text: string): string | null {
  const plain = text
    .toLowerCase()
    .replace(/[⁰¹²³⁴-⁹]/g, (digit) => String("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit)))
    .replace(/[\s·_×()[\]]/g, "");
  return spellings.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** The unit a column's name ends in ("albumin_g_dl", "Albumin (g/L)"), null where it speaks of none. */
export function unitInName(name: string): string | null {
  const bracket = /(?:^|[)\]])[^()[\]]*[([]([^)\]]+)[)\]]\s*$/.exec(name);
  const inBracket = bracket?.[1] ? unitFrom(bracket[1]) : null;
  if (inBracket) return inBracket;
  const words = name.split(/[\s_.,;-]+/);
  for (const count of [3, 2, 1]) {
    if (count >= words.length) continue;
    const unit = unitFrom(words.slice(-count).join(""));
    if (unit) return unit;
  }
  return null;
}

/** What the user says the unit is, else what the name says; null where neither speaks. */
export function unitOfColumn(name: string, board: Board): string | null {
  const said = choiceFor(board, name).unit;
  return said ? unitFrom(said) : unitInName(name);
}
