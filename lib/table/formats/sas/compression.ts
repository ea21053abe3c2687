/**
 * A row of a compressed data set, unpacked into `row`; false where it is not as long as the row. Source: M. Shotwell,
 * SAS7BDAT Database Binary Format (2013), and for the codes of each byte E. Miller's ReadStat.
 */
export type Unpack = (packed: Uint8Array, row: Uint8Array) => boolean;

/** COMPRESS=CHAR: runs of one byte, and bytes as they are. */
export const unpackRuns: Unpack = (packed, row) => {
  let [at, out] = [0, 0];
  const run = (byte: number, length: number) => {
    row.fill(byte, out, out + length);
    out += length;
  };
  const copy = (length: number) => {
    if (at + length > packed.length || out + length > row.length) return false;
    row.set(packed.subarray(at, at + length), out);
    at += length;
    out += length;
    return true;
  };
  const next = () => (at < packed.length ? packed[at++] : 0);
  while (at < packed.length) {
    const control = packed[at++];
    const low = control & 0x0f;
    let fine = true;
    switch (control >> 4) {
      case 0:
        fine = copy(64 + 256 * low + next());
        break;
      case 1:
        fine = copy(64 + 4096 + 256 * low + next());
        break;
      case 2:
        fine = copy(96 + low);
        break;
      case 4: {
        const length = 18 + 256 * low + next();
        run(next(), length);
        break;
      }
      case 5:
        run(0x40, 17 + 256 * low + next());
        break;
      case 6:
        run(0x20, 17 + 256 * low + next());
        break;
      case 7:
        run(0, 17 + 256 * low + next());
        break;
      case 8:
      case 9:
      case 10:
      case 11:
        fine = copy(1 + 16 * ((control >> 4) - 8) + low);
        break;
      case 12:
        run(next(), 3 + low);
        break;
      case 13:
        run(0x40, 2 + low);
        break;
      case 14:
        run(0x20, 2 + low);
        break;
      case 15:
        run(0, 2 + low);
        break;
      default:
        return false;
    }
    if (!fine || out > row.length) return false;
  }
  return out === row.length;
};

/** COMPRESS=BINARY (Ross Data Compression): runs, and pieces that came before. */
export const unpackPieces: Unpack = (packed, row) => {
  let [at, out] = [0, 0];
  while (at + 2 <= packed.length) {
    const prefix = 256 * packed[at] + packed[at + 1];
    at += 2;
    for (let bit = 15; bit >= 0; bit--) {
      if ((prefix & (1 << bit)) === 0) {
        if (at >= packed.length) break;
        if (out >= row.length) return false;
        row[out++] = packed[at++];
        continue;
      }
      if (at + 2 > packed.length) return false;
      const [marker, following] = [packed[at], packed[at + 1]];
      at += 2;
      const [high, low] = [marker >> 4, marker & 0x0f];
      if (high < 2) {
        if (high === 1 && at >= packed.length) return false;
        const length = high === 0 ? 3 + low : 19 + low + 16 * following;
        const byte = high === 0 ? following : packed[at++];
        if (out + length > row.length) return false;
        row.fill(byte, out, out + length);
        out += length;
        continue;
      }
      if (high === 2 && at >= packed.length) return false;
      const length = high === 2 ? 16 + packed[at++] : high;
      const back = 3 + low + 16 * following;
      if (back > out || length > back || out + length > row.length) return false;
      row.copyWithin(out, out - back, out - back + length);
      out += length;
    }
  }
  return out === row.length;
};
