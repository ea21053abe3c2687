import { expect, it } from "vitest";
import { bitOf, TESTED } from "../../cohort/genes";
import { byGroup, pairsOf, sharesOf } from "./compare";

/*
 * R 4.2.2: fisher.test(matrix(c(3, 1, 1, 3), 2)) gives P = 0.4857143 and the odds ratio 6.408309 (Fisher's tea);
 * fisher.test(rbind(c(8, 2), c(1, 9)))$p.value 0.00547749464158; p.adjust(c(0.00547749464158, 0.4857142857143), "BH")
 * 0.0109549892832, 0.4857142857143; fisher.test(rbind(c(4, 1), c(0, 5), c(3, 3)))$p.value 0.0472027972028.
 */
const share = (altered: number, wildType: number) => ({ altered, tested: altered + wildType });

it("genes are compared between two groups or more by Fisher's exact test, with q over the genes, as in R", () => {
  const found = byGroup([{ byGroup: [share(8, 2), share(1, 9)] }, { byGroup: [share(3, 1), share(1, 3)] }]);
  expect(found.map(({ p }) => p.toFixed(10))).toEqual(["0.0054774946", "0.4857142857"]);
  expect(found.map(({ q }) => q.toFixed(10))).toEqual(["0.0109549893", "0.4857142857"]);
  expect(byGroup([{ byGroup: [share(4, 1), share(0, 5), share(3, 3)] }])[0]?.p).toBeCloseTo(0.0472027972028, 12);
  expect(byGroup([{ byGroup: [share(4, 1)] }, { byGroup: [] }]).map(({ p }) => p)).toEqual([Number.NaN, Number.NaN]);
});

const bit = bitOf("missense");
/** "+" altered, "−" wild type, "." not tested. */
const gene = (name: string, cells: string) => ({
  gene: name,
  bits: Uint16Array.from(cells, (cell) => (cell === "." ? 0 : TESTED | (cell === "+" ? bit : bitOf("silent")))),
});

it("a share counts those tested in each group, each row for as many patients as it stands for", () => {
  const group = Int16Array.of(0, 0, 1, 1, -1, 1);
  const size = (row: number) => [2, 1, 5, 1, 9, 1][row] ?? 0;
  expect(sharesOf(gene("A", "+-+.++"), bit, group, 2, size)).toEqual([
    { altered: 2, tested: 3 },
    { altered: 6, tested: 6 },
  ]);
});

it("two genes are compared in the patients tested for both, by Fisher's test and the odds ratio of R", () => {
  const genes = [gene("A", "++++----+."), gene("B", "+++-+---.+")];
  const [pair, ...more] = pairsOf(genes, bit, new Int16Array(10), () => 1);
  expect(more).toEqual([]);
  expect(pair).toMatchObject({ a: "A", b: "B", both: 3, onlyA: 1, onlyB: 1, neither: 3 });
  expect(pair?.p).toBeCloseTo(0.4857142857143, 12);
  expect(pair?.q).toBe(pair?.p);
  expect(pair?.oddsRatio).toBeCloseTo(6.408309, 4); // R looks for it to four digits.
});

it("a pair counts rows of the panel alone, each for as many patients as it stands for", () => {
  const size = (row: number) => row + 1;
  const pair = pairsOf([gene("A", "++--+"), gene("B", "+-+-+")], bit, Int16Array.of(0, 0, 1, 1, -1), size)[0];
  expect(pair).toMatchObject({ both: 1, onlyA: 2, onlyB: 3, neither: 4 });
});

it("of many genes the first twenty are paired, each two once: 190 pairs", () => {
  const genes = Array.from({ length: 22 }, (_, at) => gene(`G${at}`, "+-+-"));
  const pairs = pairsOf(genes, bit, new Int16Array(4), () => 1);
  expect(pairs).toHaveLength(190);
  expect(pairs.some(({ a, b }) => a === b || b === "G20")).toBe(false);
});
