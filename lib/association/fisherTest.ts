import { logGamma } from "../numeric/gamma";
import { type Random, seededRandom } from "../numeric/random";
import { type Margins, type TableOfCounts, withMargins } from "./tableOfCounts";

export interface FisherTest {
  /** NaN where fewer than two rows or columns are filled. */
  p: number;
  /** Of a P that was drawn rather than counted: its standard error, and how many tables were drawn. */
  drawn?: { stdErr: number; tables: number };
}

/** Two tables are as likely as each other within this, as in R's `fisher.test`. */
const TIE = 1e-7;
const DRAWN = 20_000;

/**
 * Fisher's exact test of association in a table of r × c counts, two-sided: the probability of all tables with these
 * margins that are no likelier than this one. As R's `fisher.test`. Empty rows and columns count for nothing. Where
 * more than `limit` steps would be needed, tables are drawn from the seed instead, and P is (1 + those no likelier) /
 * (1 + drawn), as with `simulate.p.value`.
 * Source: Freeman and Halton 1951; the network of Mehta and Patel 1983.
 */
export function fisherTest(table: TableOfCounts, { limit = 2e6, seed = 1 } = {}): FisherTest {
  const margins = withMargins(table);
  if (margins.rows.length < 2 || margins.columns.length < 2) return { p: Number.NaN };
  const p = inTwoRows(margins, limit) ?? counted(margins, limit);
  return p === undefined ? drawn(margins, seededRandom(seed)) : { p: Math.min(1, p) };
}

/** log n! up to the largest number that was asked for, and a little beyond. */
let known = new Float64Array(0);
function logFactorials(upTo: number): Float64Array {
  if (known.length <= upTo) known = Float64Array.from({ length: Math.ceil(upTo * 1.2) + 1 }, (_, n) => logGamma(n + 1));
  return known;
}

/**
 * Of two rows (or columns) and two or three of the others every table is looked at; undefined of larger tables, and where
 * there are more than `limit`.
 */
function inTwoRows({ counts, rows, columns, total }: Margins, limit: number): number | undefined {
  const turned = rows.length !== 2;
  const [sides, others] = turned ? [columns, rows] : [rows, columns];
  if (sides.length !== 2 || others.length > 3) return undefined;
  const drawnOf = sides[0] ?? 0;
  const [a = 0, b = 0, c = 0] = others;
  if ((Math.min(a, drawnOf) + 1) * (others.length === 3 ? Math.min(b, drawnOf) + 1 : 1) > limit) return undefined;
  const log = logFactorials(total);
  const at = (n: number) => log[n] ?? 0;
  const ways = (of: number, n: number) => at(of) - at(n) - at(of - n);
  const all = ways(total, drawnOf);
  const cell = (place: number) => (turned ? counts[place]?.[0] : counts[0]?.[place]) ?? 0;
  const observed = others.reduce((sum, of, place) => sum + ways(of, cell(place)), -all) + TIE;
  let p = 0;
  for (let x = Math.max(0, drawnOf - b - c); x <= Math.min(a, drawnOf); x++) {
    const first = ways(a, x) - all;
    for (let y = Math.max(0, drawnOf - x - c); y <= Math.min(b, drawnOf - x); y++) {
      const likely = first + ways(b, y) + ways(c, drawnOf - x - y);
      if (likely <= observed) p += Math.exp(likely);
    }
  }
  return p;
}

/** What remains to be filled: the room left in each row, in rising order, since their order makes no difference. */
interface Node {
  room: number[];
  /** Σ log nᵢⱼ! of the columns already filled → how many ways weigh how much, Σ ∏ 1/nᵢⱼ!. */
  past: Map<number, { sum: number; ways: number }>;
}

/** The sum over tables, a column at a time; undefined where it takes more than `limit` steps. */
function counted({ counts, rows, columns, total }: Margins, limit: number): number | undefined {
  const [sides, others] = rows.length <= columns.length ? [rows, columns] : [columns, rows];
  const ordered = [...others].sort((a, b) => b - a);
  const log = logFactorials(total);
  const at = (n: number) => log[n] ?? 0;
  const observed = counts.flat().reduce((sum, n) => sum + at(n), 0);
  const constant = [...rows, ...columns].reduce((sum, n) => sum + at(n), 0) - at(total);
  let steps = 0;

  /** Bounds of Σ log nᵢⱼ! over all ways to fill the columns from `column` on. */
  const bounds = ordered.map(() => new Map<string, { least: number; most: number }>());
  function boundsOf(room: number[], column: number): { least: number; most: number } | undefined {
    const size = ordered[column];
    const known = bounds[column];
    if (size === undefined || known === undefined) return { least: 0, most: 0 };
    const key = room.join();
    const found = known.get(key);
    if (found) return found;
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (const { left, sum } of fillings(room, size, at)) {
      if (++steps > limit) return undefined;
      const rest = boundsOf(left, column + 1);
      if (!rest) return undefined;
      least = Math.min(least, sum + rest.least);
      most = Math.max(most, sum + rest.most);
    }
    const both = { least, most };
    known.set(key, both);
    return both;
  }

  const start = [...sides].sort((a, b) => a - b);
  let nodes = new Map<string, Node>([[start.join(), { room: start, past: new Map([[0, { sum: 0, ways: 1 }]]) }]]);
  let p = 0;
  const enough = observed - TIE;
  for (const [column, size] of ordered.entries()) {
    const next = new Map<string, Node>();
    for (const { room, past } of nodes.values())
      for (const { left, sum } of fillings(room, size, at)) {
        const rest = boundsOf(left, column + 1);
        if (!rest) return undefined;
        // All ways to go on weigh Σ ∏ 1/nᵢⱼ! = (room left)! / (∏ rows! ∏ columns!).
        const remaining = left.reduce((all, n) => all + n, 0);
        const margins = [...left, ...ordered.slice(column + 1)].reduce((all, n) => all + at(n), 0);
        for (const before of past.values()) {
          if (++steps > limit) return undefined;
          const now = before.sum + sum;
          if (now + rest.most < enough) continue;
          if (now + rest.least >= enough) {
            p += before.ways * Math.exp(constant - now + at(remaining) - margins);
            continue;
          }
          add(next, left, now, before.ways);
        }
      }
    nodes = next;
  }
  return p;
}

function add(nodes: Map<string, Node>, room: number[], sum: number, ways: number): void {
  const key = room.join();
  let node = nodes.get(key);
  if (!node) {
    node = { room, past: new Map() };
    nodes.set(key, node);
  }
  const place = Math.round(sum * 1e8);
  const same = node.past.get(place);
  if (same) same.ways += ways;
  else node.past.set(place, { sum, ways });
}

/** Every way to put `size` into the rows, with the room left then, in rising order, and the column's Σ log n!. */
function* fillings(
  room: number[],
  size: number,
  logFactorial: (n: number) => number,
): Generator<{ left: number[]; sum: number }> {
  const filled = room.map(() => 0);
  const roomAfter = room.map((_, i) => room.slice(i + 1).reduce((sum, n) => sum + n, 0));
  function* from(row: number, rest: number, sum: number): Generator<{ left: number[]; sum: number }> {
    const here = room[row];
    if (here === undefined) {
      yield { left: room.map((n, i) => n - (filled[i] ?? 0)).sort((a, b) => a - b), sum };
      return;
    }
    for (let n = Math.max(0, rest - (roomAfter[row] ?? 0)); n <= Math.min(here, rest); n++) {
      filled[row] = n;
      yield* from(row + 1, rest - n, sum + logFactorial(n));
    }
  }
  yield* from(0, size, 0);
}

/**
 * Tables drawn with these margins, each as likely as by dealing the column of each patient anew: row by row the counts
 * of a column are hypergeometric given what is left, so that the time does not grow with the number of patients.
 */
function drawn({ counts, rows, columns, total }: Margins, random: Random): FisherTest {
  const log = logFactorials(total);
  const at = (n: number) => log[n] ?? 0;
  const observed = counts.flat().reduce((sum, n) => sum + at(n), 0) - TIE;
  let noLikelier = 1;
  for (let i = 0; i < DRAWN; i++) {
    const left = [...columns];
    let rest = total;
    let spread = 0;
    for (const size of rows) {
      // Of those left in the columns this row takes so many, column by column.
      let [toTake, among] = [size, rest];
      for (const [column, has] of left.entries()) {
        const n = hypergeometric(random, { among, has, toTake }, at);
        spread += at(n);
        left[column] = has - n;
        toTake -= n;
        among -= has;
      }
      rest -= size;
    }
    if (spread >= observed) noLikelier++;
  }
  const p = noLikelier / (DRAWN + 1);
  return { p, drawn: { stdErr: Math.sqrt((p * (1 - p)) / DRAWN), tables: DRAWN } };
}

/**
 * How many of `toTake` items, taken at random from `among`, are among the `has` of a kind: by inversion from the
 * likeliest number outwards.
 */
function hypergeometric(
  random: Random,
  { among, has, toTake }: { among: number; has: number; toTake: number },
  logFactorial: (n: number) => number,
): number {
  const least = Math.max(0, toTake - (among - has));
  const most = Math.min(toTake, has);
  if (least === most) return least;
  const mode = Math.min(most, Math.max(least, Math.floor(((toTake + 1) * (has + 1)) / (among + 2))));
  const logTerm = (n: number) =>
    -logFactorial(n) - logFactorial(has - n) - logFactorial(toTake - n) - logFactorial(among - has - toTake + n);
  const whole =
    logFactorial(among) -
    logFactorial(has) -
    logFactorial(among - has) -
    logFactorial(toTake) -
    logFactorial(among - toTake);
  const likeliest = Math.exp(logTerm(mode) - whole);
  let u = random() - likeliest;
  let [up, down, above, below] = [likeliest, likeliest, mode, mode];
  while (u > 0 && (above < most || below > least)) {
    if (above < most) {
      up *= ((has - above) * (toTake - above)) / ((above + 1) * (among - has - toTake + above + 1));
      above++;
      u -= up;
      if (u <= 0) return above;
    }
    if (below > least) {
      down *= (below * (among - has - toTake + below)) / ((has - below + 1) * (toTake - below + 1));
      below--;
      u -= down;
      if (u <= 0) return below;
    }
  }
  return mode;
}
