import { noAttributes, other, type RValue, type RVector, stringsOf } from "./values";

/** Longest sequence that may be written in three numbers. */
const longest = 10_000_000;

/**
 * What R writes in place of a vector (ALTREP): sequences as three numbers, vectors in a wrapper, numbers that are to be
 * texts. Source: R 4.2.2, src/main/altclasses.c.
 */
export function expanded(className: string, state: RValue): RValue {
  if (/^compact_(int|real)seq$/.test(className)) return sequence(className, state);
  const inner = state.kind === "pairs" ? state.values[0]?.value : state.kind === "list" ? state.values[0] : undefined;
  if (!inner) throw new RangeError("no such vector");
  if (className.startsWith("wrap_")) return inner;
  if (className === "deferred_string" && (inner.kind === "integer" || inner.kind === "double"))
    return {
      kind: "strings",
      values: Array.from({ length: inner.length }, (_, place) => asText(inner.at(place))),
      attributes: noAttributes,
    };
  return stringsOf(inner).length > 0 ? inner : other(className);
}

function sequence(className: string, state: RValue): RVector {
  if (state.kind !== "double" || state.length !== 3) throw new RangeError("no sequence");
  const [length, start, step] = [0, 1, 2].map((place) => state.at(place));
  if (!(Number.isInteger(length) && length >= 0 && length <= longest)) throw new RangeError("too long a sequence");
  return {
    kind: className === "compact_intseq" ? "integer" : "double",
    length,
    at: (place) => start + step * place,
    bits: null,
    attributes: noAttributes,
  };
}

/** A number as R writes it into a text: with at most 15 digits. */
function asText(value: number): string | null {
  if (Number.isNaN(value)) return null;
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? String(value) : String(Number(value.toPrecision(15)));
}
