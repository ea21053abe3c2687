/**
 * The sweep over rows that are at risk from the start and count once, or as often as their count weights say, in WebAssembly (written in
 * AssemblyScript, compiled by `npm run kernel`). Counts are whole numbers: `u32` of rows, `f64` of weights, exact up to 2⁵³. Arithmetic is that of `sweepTicks.ts`, `curve.ts` and `logRankSums.ts`, operation by
 * operation, so that both give the same digits. Nothing is allocated here: `kernel.ts` says where everything lies.
 * Floats are never chosen by `select`, which engines compile to a branch.
 */

/** Kinds of endings, as in `endings.ts`; a bit above them marks the first row of a tick. */
const EVENT: u32 = 0;
const KIND_BITS: u32 = 3;

/**
 * Groups as one byte each, one up (0: not in the analysis). Returns the highest, as an unsigned 16-bit number: −2 comes
 * out as 65535.
 */
export function pack(group: usize, packed: usize, rows: u32): u32 {
  const one = i16x8.splat(1);
  let most = i16x8.splat(0);
  const whole = rows & ~7;
  for (let row: u32 = 0; row < whole; row += 8) {
    const up = i16x8.add(v128.load(group + (<usize>row << 1)), one);
    most = i16x8.max_u(most, up);
    v128.store64_lane(packed + row, i8x16.narrow_i16x8_u(up, up), 0);
  }
  let highest: u32 = 0;
  for (let row = whole; row < rows; row++) {
    const up = <u32>load<u16>(group + (<usize>row << 1)) + 1 & 0xffff;
    if (up > highest) highest = up;
    store<u8>(packed + row, <u8>up);
  }
  for (let shift = 0; shift < 4; shift++) {
    const pair = <u32>i32x4.extract_lane(most, 0);
    if ((pair & 0xffff) > highest) highest = pair & 0xffff;
    if (pair >> 16 > highest) highest = pair >> 16;
    most = i8x16.swizzle(most, i8x16(4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3));
  }
  return highest;
}

/** Counts rows by `codes` (two bytes each) and group: `counts[code * width + group]`. */
export function countCells(codes: usize, packed: usize, rows: u32, width: u32, counts: usize, size: u32): void {
  const second = startCounts(counts, size);
  const pairs = rows & ~1;
  for (let row: usize = 0; row < <usize>pairs; row += 2) {
    addOne(counts, <u32>load<u16>(codes + (row << 1)) * width + <u32>load<u8>(packed + row));
    addOne(second, <u32>load<u16>(codes + (row << 1), 2) * width + <u32>load<u8>(packed + row, 1));
  }
  if (pairs < rows)
    addOne(counts, <u32>load<u16>(codes + (<usize>pairs << 1)) * width + <u32>load<u8>(packed + pairs));
  endCounts(counts, size);
}

/** The same with the sums of their count weights, of eight bytes each; those of rows not in the analysis come out as anything. */
export function sumCells(codes: usize, packed: usize, weights: usize, rows: u32, width: u32, sums: usize, size: u32): void {
  memory.fill(sums, 0, <usize>size << 4);
  const second = sums + (<usize>size << 3);
  const pairs = rows & ~1;
  for (let row: usize = 0; row < <usize>pairs; row += 2) {
    const own = weights + (row << 3);
    addWeight(sums, <u32>load<u16>(codes + (row << 1)) * width + <u32>load<u8>(packed + row), load<f64>(own));
    addWeight(second, <u32>load<u16>(codes + (row << 1), 2) * width + <u32>load<u8>(packed + row, 1), load<f64>(own, 8));
  }
  if (pairs < rows) {
    const cell = <u32>load<u16>(codes + (<usize>pairs << 1)) * width + <u32>load<u8>(packed + pairs);
    addWeight(sums, cell, load<f64>(weights + (<usize>pairs << 3)));
  }
  endSums(sums, size);
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function addWeight(sums: usize, cell: u32, weight: f64): void {
  const place = sums + (<usize>cell << 3);
  store<f64>(place, load<f64>(place) + weight);
}

function endSums(sums: usize, size: u32): void {
  const second = sums + (<usize>size << 3);
  for (let cell: usize = 0; cell < <usize>size << 3; cell += 8)
    store<f64>(sums + cell, load<f64>(sums + cell) + load<f64>(second + cell));
}

/**
 * Rows are counted by turns into one of two tables, so that a row need not wait for the one before it to be counted in
 * the same cell. The second, of `size` cells as the first, lies after it and is added to it at the end.
 */
function startCounts(counts: usize, size: u32): usize {
  memory.fill(counts, 0, <usize>size << 3);
  return counts + (<usize>size << 2);
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function addOne(counts: usize, cell: u32): void {
  const place = counts + (<usize>cell << 2);
  store<u32>(place, load<u32>(place) + 1);
}

function endCounts(counts: usize, size: u32): void {
  const second = counts + (<usize>size << 2);
  for (let cell: usize = 0; cell < <usize>size << 2; cell += 4)
    store<u32>(counts + cell, load<u32>(counts + cell) + load<u32>(second + cell));
}

/**
 * Lists the rows of the analysis in time order, and returns how many: the tick of each (four bytes), and its group with
 * its ending (two bytes, as `totals` counts them). `codes` has the ending of each position, with the mark of the first
 * of a tick; `groupAt` room for a byte of each. Groups are looked up first: stores to places not yet known would hold
 * up the loads after them.
 */
export function gather(
  order: usize,
  codes: usize,
  rows: u32,
  packed: usize,
  groupAt: usize,
  ticks: usize,
  endings: usize,
): u32 {
  for (let i: usize = 0; i < <usize>rows; i++) store<u8>(groupAt + i, load<u8>(packed + load<u32>(order + (i << 2))));
  let m: usize = 0;
  let k: u32 = 0xffffffff;
  for (let i: usize = 0; i < <usize>rows; i++) {
    const code = <u32>load<u8>(codes + i);
    const g = <u32>load<u8>(groupAt + i);
    k += code >> 2;
    store<u32>(ticks + (m << 2), k);
    store<u16>(endings + (m << 1), <u16>((g << 2) | (code & KIND_BITS)));
    m += <usize>(g != 0);
  }
  return <u32>m;
}

/** Lists the weights of the rows that `gather` lists; `given` are in time order. */
export function gatherWeights(given: usize, rows: u32, groupAt: usize, weights: usize): void {
  let m: usize = 0;
  for (let i: usize = 0; i < <usize>rows; i++) {
    store<f64>(weights + (m << 3), load<f64>(given + (i << 3)));
    m += <usize>(load<u8>(groupAt + i) != 0);
  }
}

/** Sums the weights of the listed rows by group and ending. */
export function tallyWeights(endings: usize, weights: usize, rows: u32, sums: usize, size: u32): void {
  memory.fill(sums, 0, <usize>size << 4);
  const second = sums + (<usize>size << 3);
  for (let row: usize = 0; row < <usize>rows; row++)
    addWeight(row & 1 ? second : sums, load<u16>(endings + (row << 1)), load<f64>(weights + (row << 3)));
  endSums(sums, size);
}

/** Counts the listed rows by group and ending: `counts[group * KINDS + kind]`. */
export function tally(endings: usize, rows: u32, counts: usize, size: u32): void {
  const second = startCounts(counts, size);
  const pairs = rows & ~1;
  for (let row: usize = 0; row < <usize>pairs; row += 2) {
    addOne(counts, load<u16>(endings + (row << 1)));
    addOne(second, load<u16>(endings + (row << 1), 2));
  }
  if (pairs < rows) addOne(counts, load<u16>(endings + (<usize>pairs << 1)));
  endCounts(counts, size);
}

// ---- the walk along the rows of the analysis

/** Most steps of a block, and with them most ticks. */
const SIZE: usize = 1 << 10;

// A block of steps, in columns as `Steps` has them: the tick, the group, at risk, events and other endings.
const GROUP: usize = 4 * SIZE;
const RISK: usize = GROUP + 2 * SIZE;
const EVENTS: usize = RISK + 8 * SIZE;
const OTHERS: usize = EVENTS + 8 * SIZE;

/**
 * Of each group, 32 bytes, or 64 where weights are counted: Ŝ, the variance of its logarithm, the place of its next entry; then as counts `T`
 * at risk, and of a tick its events and other endings.
 */
// @ts-ignore: a decorator of AssemblyScript
@inline
function stateOf<T>(states: usize, group: u32): usize {
  return states + (<usize>group << (sizeof<T>() == 8 ? 6 : 5));
}
const VARIANCE: usize = 8;
const PLACE: usize = 16;
// @ts-ignore: a decorator of AssemblyScript
@inline
function atRiskAt<T>(): usize {
  return sizeof<T>() == 8 ? 24 : 20;
}

/** The next row. */
let at: u32 = 0;

export function begin(): void {
  at = 0;
}

/**
 * Fills a block with the steps of the next ticks, and returns how many; 0 at the end. A row more than there are has a
 * tick of its own. `states` is by group, one up; `touched` has room for a number for each.
 */
export function take(
  ticks: usize,
  endings: usize,
  rows: u32,
  states: usize,
  touched: usize,
  block: usize,
  limit: u32,
): u32 {
  return taken<u32>(ticks, endings, 0, rows, states, touched, block, limit);
}

/** The same where each row counts as often as its weight says. */
export function takeWeighted(
  ticks: usize,
  endings: usize,
  weights: usize,
  rows: u32,
  states: usize,
  touched: usize,
  block: usize,
  limit: u32,
): u32 {
  return taken<f64>(ticks, endings, weights, rows, states, touched, block, limit);
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function taken<T>(
  ticks: usize,
  endings: usize,
  weights: usize,
  rows: u32,
  states: usize,
  touched: usize,
  block: usize,
  limit: u32,
): u32 {
  const events = atRiskAt<T>() + sizeof<T>();
  const others = events + sizeof<T>();
  let i = at;
  let m: usize = 0;
  while (i < rows && <u32>m < limit) {
    const k = load<u32>(ticks + (<usize>i << 2));
    const ending = <u32>load<u16>(endings + (<usize>i << 1));
    const own = stateOf<T>(states, ending >> 2);
    if (load<u32>(ticks + (<usize>i << 2), 4) != k) {
      // A row alone at its tick.
      const w = weightAt<T>(weights, i);
      const d = w * <T>((ending & KIND_BITS) == EVENT);
      step<T>(block, m++, k, ending >> 2, own, d, w - d);
      i++;
      continue;
    }
    let count: usize = 0;
    do {
      const e = <u32>load<u16>(endings + (<usize>i << 1));
      const one = stateOf<T>(states, e >> 2);
      if (load<T>(one + events) == 0 && load<T>(one + others) == 0) store<u32>(touched + (count++ << 2), e >> 2);
      const by = one + events + ((e & KIND_BITS) == EVENT ? 0 : sizeof<T>());
      store<T>(by, load<T>(by) + weightAt<T>(weights, i));
      i++;
    } while (load<u32>(ticks + (<usize>i << 2)) == k);
    for (let j: usize = 0; j < count; j++) {
      const g = load<u32>(touched + (j << 2));
      const one = stateOf<T>(states, g);
      step<T>(block, m++, k, g, one, load<T>(one + events), load<T>(one + others));
      store<T>(one + events, 0);
      store<T>(one + others, 0);
    }
  }
  at = i;
  return <u32>m;
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function weightAt<T>(weights: usize, i: u32): T {
  return sizeof<T>() == 8 ? load<T>(weights + (<usize>i << 3)) : <T>1;
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function step<T>(block: usize, m: usize, k: u32, g: u32, own: usize, d: T, o: T): void {
  const n = load<T>(own + atRiskAt<T>());
  const place = block + (m << 3);
  store<u32>(block + (m << 2), k);
  store<u16>(block + (m << 1), <u16>(g - 1), GROUP);
  // Signed, which is converted faster.
  store<f64>(place, sizeof<T>() == 8 ? <f64>n : <f64>(<i32>n), RISK);
  store<f64>(place, sizeof<T>() == 8 ? <f64>d : <f64>(<i32>d), EVENTS);
  store<f64>(place, sizeof<T>() == 8 ? <f64>o : <f64>(<i32>o), OTHERS);
  store<T>(own + atRiskAt<T>(), n - (d + o));
}

// ---- what becomes of the steps

/**
 * Extends the curves of the groups by the block's `count` steps: Ŝ and the variance of its logarithm (Greenwood's sum),
 * the tick, the number at risk and that of events.
 */
export function extend(
  block: usize,
  count: u32,
  states: usize,
  survival: usize,
  greenwood: usize,
  ticks: usize,
  risk: usize,
  events: usize,
): void {
  extended<u32>(block, count, states, survival, greenwood, ticks, risk, events);
}

/** The same where weights are counted: at risk and events have eight bytes each. */
export function extendWeighted(
  block: usize,
  count: u32,
  states: usize,
  survival: usize,
  greenwood: usize,
  ticks: usize,
  risk: usize,
  events: usize,
): void {
  extended<f64>(block, count, states, survival, greenwood, ticks, risk, events);
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function extended<T>(
  block: usize,
  count: u32,
  states: usize,
  survival: usize,
  greenwood: usize,
  ticks: usize,
  risk: usize,
  events: usize,
): void {
  for (let j: usize = 0; j < <usize>count; j++) {
    const own = stateOf<T>(states, <u32>load<u16>(block + (j << 1), GROUP) + 1);
    const n = load<f64>(block + (j << 3), RISK);
    const d = load<f64>(block + (j << 3), EVENTS);
    const left = n - d;
    const shares = f64x2.div(f64x2.replace_lane(f64x2.splat(d), 1, left), f64x2.splat(n));
    const s = load<f64>(own) * f64x2.extract_lane(shares, 1);
    // 0 / 0 cannot be: where nobody is left, everybody had the event.
    const v = load<f64>(own, VARIANCE) + f64x2.extract_lane(shares, 0) / left;
    const place = load<u32>(own, PLACE);
    store<f64>(own, s);
    store<f64>(own, v, VARIANCE);
    store<u32>(own, place + 1, PLACE);
    store<f64>(survival + (<usize>place << 3), s);
    store<f64>(greenwood + (<usize>place << 3), v);
    store<u32>(ticks + (<usize>place << 2), load<u32>(block + (j << 2)));
    store<T>(risk + <usize>place * sizeof<T>(), <T>n);
    store<T>(events + <usize>place * sizeof<T>(), <T>d);
  }
}

/** Bytes from one pair of groups to the next where they lie side by side, tick by tick. */
const PAIR: usize = SIZE << 4;

/**
 * Adds the block's steps to the sums of the log-rank test: expected events by group, and the covariances below the
 * diagonal (those on and above it come out as anything). Groups go in pairs: `risk`, `expected` and the rows of
 * `variance` have an even length. `risk` is at risk by group, with the number of all after the last. `factors` has room
 * for two numbers for each tick, `atRisk` for one for each tick of each group. Column by column, so that no sum waits
 * for another.
 */
export function addLogRank(
  block: usize,
  count: u32,
  groups: u32,
  risk: usize,
  expected: usize,
  variance: usize,
  factors: usize,
  atRisk: usize,
): void {
  const width = <usize>(groups + 1 & ~1) << 3;
  let all = load<f64>(risk + width);
  for (let a: usize = 0; a < width; a += 16) memory.fill(atRisk + (a >> 4) * PAIR, 0, <usize>count << 4);
  let ticks: usize = 0;
  for (let j: usize = 0; j < <usize>count; ticks += 16) {
    const k = load<u32>(block + (j << 2));
    let d: f64 = 0;
    let ended: f64 = 0;
    do {
      const g = <usize>load<u16>(block + (j << 1), GROUP);
      const d1 = load<f64>(block + (j << 3), EVENTS);
      const left = d1 + load<f64>(block + (j << 3), OTHERS);
      store<f64>(atRisk + ticks + (g >> 1) * PAIR + ((g & 1) << 3), left);
      d += d1;
      ended += left;
      j++;
    } while (j < <usize>count && load<u32>(block + (j << 2)) == k);
    // Without an event all that is added is 0, which costs less than a branch that cannot be foreseen.
    const share = d / all;
    let factor = share * share;
    if (d > 1) factor *= (all - d) / (d * (all - 1));
    store<f64>(factors + ticks, share);
    store<f64>(factors + ticks, factor, 8);
    all -= ended;
  }
  store<f64>(risk + width, all);
  for (let a: usize = 0; a < width; a += 16) {
    const own = atRisk + (a >> 4) * PAIR;
    const row = variance + (a >> 3) * width;
    let y = v128.load(risk + a);
    let e = v128.load(expected + a);
    // The covariance of the pair itself.
    let w = v128.load(row + width + a);
    for (let t: usize = 0; t < ticks; t += 16) {
      const left = v128.load(own + t);
      v128.store(own + t, y);
      e = f64x2.add(e, f64x2.mul(v128.load64_splat(factors + t), y));
      const part = f64x2.mul(v128.load64_splat(factors + t, 8), v128.shuffle<f64>(y, y, 1, 1));
      w = f64x2.sub(w, f64x2.mul(part, y));
      y = f64x2.sub(y, left);
    }
    v128.store(risk + a, y);
    v128.store(expected + a, e);
    v128.store(row + width + a, w);
    // Rows a and a + 1 with the groups before them, two columns at a time.
    for (let b: usize = 0; b < a; b += 16) {
      const other = atRisk + (b >> 4) * PAIR;
      let v = v128.load(row + b);
      w = v128.load(row + width + b);
      for (let t: usize = 0; t < ticks; t += 16) {
        const part = f64x2.mul(v128.load64_splat(factors + t, 8), v128.load(own + t));
        const columns = v128.load(other + t);
        v = f64x2.sub(v, f64x2.mul(v128.shuffle<f64>(part, part, 0, 0), columns));
        w = f64x2.sub(w, f64x2.mul(v128.shuffle<f64>(part, part, 1, 1), columns));
      }
      v128.store(row + b, v);
      v128.store(row + width + b, w);
    }
  }
}
