/** A record by the numbers of its fields; of its values only numbers and records are kept. */
export type Fields = Map<number, number | Fields>;

/** Deeper than any header. */
const deepest = 16;

/**
 * A record in Thrift's compact protocol, and where it ends. Throws a RangeError where the bytes end before it. Source:
 * Apache Thrift, "Thrift Compact protocol encoding".
 */
export function readFields(bytes: Uint8Array, start: number): { fields: Fields; end: number } {
  let at = start;
  const fields = record(0);
  return { fields, end: at };

  function byte(): number {
    if (at >= bytes.length) throw new RangeError("cut off");
    return bytes[at++];
  }

  function varint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const next = byte();
      if (factor > 2 ** 63) throw new RangeError("no number");
      value += (next & 0x7f) * factor;
      if (next < 128) return value;
    }
  }

  function zigzag(): number {
    const value = varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  function skip(length: number): null {
    if (at + length > bytes.length) throw new RangeError("cut off");
    at += length;
    return null;
  }

  function record(depth: number): Fields {
    if (depth > deepest) throw new RangeError("too deep");
    const made: Fields = new Map();
    for (let field = 0; ; ) {
      const head = byte();
      if ((head & 0x0f) === 0) return made;
      field = head >> 4 === 0 ? zigzag() : field + (head >> 4);
      const read = value(head & 0x0f, depth);
      if (read !== null) made.set(field, read);
    }
  }

  function value(type: number, depth: number): number | Fields | null {
    switch (type) {
      case 1:
      case 2:
        return type === 1 ? 1 : 0;
      case 3:
        return byte();
      case 4:
      case 5:
      case 6:
        return zigzag();
      case 7:
        return skip(8);
      case 8:
        return skip(varint());
      case 9:
      case 10: {
        const head = byte();
        const count = head >> 4 === 15 ? varint() : head >> 4;
        // Truth values in a list have a byte each.
        for (let place = 0; place < count; place++) value((head & 0x0f) <= 2 ? 3 : head & 0x0f, depth);
        return null;
      }
      case 12:
        return record(depth + 1);
      default:
        throw new RangeError("no such type");
    }
  }
}
