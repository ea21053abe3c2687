import { describe, expect, it } from "vitest";
import { alterationsForm } from "../../../board/panelForms/alterations";
import { bitOf, TESTED } from "../../../cohort/genes";
import { collisions, elements, outside, parts, texts } from "../../../figure/treeReading";
import type { Sheet } from "../../sheet/sheet";
import type { Track } from "../result";
import { alterations, geneLine } from "../testing";
import { oncoprint } from "./figure";
import { placeAt } from "./layout";
import { thumbnail } from "./thumbnail";

const options = alterationsForm.schema.shape.figure.parse({});
const patients = 40;
const bits = (altered: number, tested = patients) =>
  Uint16Array.from({ length: patients }, (_, at) =>
    at < altered ? TESTED | bitOf("missense") : at < tested ? TESTED : 0,
  );
const track = (label: string): Track => ({
  label,
  levels: ["low", "high"].map((level) => ({ label: level, color: null, response: null })),
  ordered: false,
  codes: new Int16Array(patients).map((_, at) => at % 2),
});
const of = (genes: number, tracks: Track[] = [], name = (at: number) => `GENE${at + 1}`) =>
  alterations({
    patients,
    tracks,
    genes: Array.from({ length: genes }, (_, at) =>
      geneLine(name(at), 20 - (at % 20), 30, { cells: { bits: bits(20 - (at % 20), 30) } }),
    ),
  });
const draw = (result: ReturnType<typeof of>, sheet: Partial<Sheet> = {}, figure: Partial<typeof options> = {}) =>
  oncoprint(result, { ...options, ...figure }, { width: 800, height: 0, theme: "light", ...sheet });

describe("an oncoprint", () => {
  it("of more genes than a page holds goes on under its head: no page too tall, each gene once, the caption at the end", () => {
    const result = of(100, [track("Arm")]);
    const page = (number: number) => draw(result, { titleInside: true, text: 9, page: { tallest: 500, number } });
    const { pages = 1 } = page(0);
    expect(pages).toBe(4);
    const drawn = Array.from({ length: pages }, (_, number) => page(number));
    for (const { height } of drawn) expect(height).toBeLessThanOrEqual(500);
    const genes = drawn.flatMap(({ tree }) => parts(tree, "gene").map(({ attributes }) => attributes["data-gene"]));
    expect(genes).toEqual(result.genes.map(({ gene }) => gene));
    for (const { tree, width, height } of drawn) {
      expect(parts(tree, "track")).toHaveLength(1);
      expect(outside(tree, width, height)).toEqual([]);
    }
    expect(drawn.map(({ tree }) => parts(tree, "caption").length)).toEqual([0, 0, 0, 1]);
    expect(draw(result, { titleInside: true, page: { tallest: 5000, number: 0 } }).pages).toBeUndefined();
  });

  const sheets: Partial<Sheet>[] = [
    {},
    { titleInside: true },
    { width: 320 },
    { width: 340, text: 8, titleInside: true },
    { width: 1100, text: 16, titleInside: true },
    { height: 300 },
  ];
  const results = [
    of(0),
    of(1),
    of(3, [track("Arm")]),
    of(14, [track("Arm"), track("Site of the first tumor")]),
    of(45),
  ];

  it.each(sheets)("has no texts that touch or leave it, on a sheet of %o", (sheet) => {
    for (const result of results)
      for (const shares of [true, false]) {
        const { tree, width, height } = draw(result, sheet, { shares });
        expect(collisions(tree)).toEqual([]);
        expect(outside(tree, width, height)).toEqual([]);
      }
  });

  it.each(sheets)("has names, cells and shares side by side, whatever the names, on a sheet of %o", (sheet) => {
    for (const name of [(at: number) => `G${at}`, (at: number) => `A gene with a very long name ${at}`])
      for (const shares of [true, false]) {
        const { tree, layout, width } = draw(of(3, [], name), sheet, { shares });
        expect(layout.right).toBeGreaterThan(layout.left + width / 4);
        expect(layout.cell * patients).toBeCloseTo(layout.right - layout.left, 8);
        for (const gene of parts(tree, "gene")) {
          const [first, ...others] = texts(gene);
          expect(first?.box.right).toBeLessThan(layout.left);
          for (const { box } of others) expect(box.left).toBeGreaterThan(layout.right);
          expect(others.length > 0).toBe(shares);
        }
      }
  });

  it("gives the room of its shares to the cells where they are not shown", () => {
    const [shown, bare] = [true, false].map((shares) => draw(of(3), {}, { shares }).layout);
    expect(shown?.shares.left).toBeGreaterThan(shown?.right ?? 0);
    expect(bare?.right).toBe(shown?.shares.right);
    expect(bare?.shares.left).toBe(bare?.shares.right);
    // Without genes there is nothing to share.
    expect(draw(of(0)).layout.right).toBe(bare?.right);
  });

  it("says counts and limits beside a share where it is wide, and the share alone where it is narrow", () => {
    const said = (width: number) =>
      texts(parts(draw(of(1), { width }).tree, "gene")[0] as never).map(({ text }) => text);
    // R 4.2.2: binom.test(20, 30)$conf.int is 0.4718800, 0.8271258.
    expect(said(800)).toEqual(["GENE1", "67%", "20/30 (47–83)"]);
    expect(said(320)).toEqual(["GENE1", "67%"]);
    const heads = (width: number, genes: number, height = 0) =>
      texts(parts(draw(of(genes), { width, height }).tree, "head")[0] as never).map(({ text }) => text);
    expect(heads(800, 3)).toEqual(["altered / tested, 95% CI", "0%", "100%"]);
    expect(heads(320, 3)).toEqual([]);
    // Rows that are too low for bars have no scale.
    expect(heads(800, 45)).toEqual(["altered / tested, 95% CI"]);
  });

  it("draws a share and its limits between 0 and 100%, and no bar of a gene for which nobody was tested", () => {
    const { tree, layout } = draw(of(1));
    const { left, right } = layout.shares;
    const at = (share: number) => left + share * (right - left);
    const marks = elements(parts(tree, "gene")[0] as never);
    const [scale, limits] = marks.filter(({ tag }) => tag === "line").map(({ attributes }) => attributes);
    expect([scale?.x1, scale?.x2].map(Number)).toEqual([left, right].map((x) => Math.round(x * 100) / 100));
    expect(Number(limits?.x1)).toBeCloseTo(at(0.47188), 1);
    expect(Number(limits?.x2)).toBeCloseTo(at(0.8271258), 1);
    const square = marks.find(({ tag }) => tag === "rect")?.attributes;
    expect(Number(square?.x) + Number(square?.width) / 2).toBeCloseTo(at(2 / 3), 1);
    expect(Number(square?.y) + Number(square?.height) / 2).toBeCloseTo(Number(limits?.y1), 1);
    const none = alterations({ patients, genes: [geneLine("A", 0, 0, { cells: { bits: bits(0, 0) } })] });
    const untested = elements(parts(draw(none).tree, "gene")[0] as never);
    expect(untested.some(({ tag }) => tag === "line" || tag === "rect")).toBe(false);
  });

  it("has rows that are lower the more genes there are, fill a given height, and never overlap their letters", () => {
    const pitch = (genes: number, height = 0) => draw(of(genes), { height }).layout.pitch;
    expect(pitch(12)).toBe(pitch(1));
    expect(pitch(13)).toBeLessThan(pitch(12));
    expect(pitch(40)).toBe(pitch(13));
    expect(pitch(41)).toBeLessThan(pitch(40));
    for (const height of [300, 350, 400]) {
      const { layout, height: tall } = draw(of(14), { height });
      expect(tall).toBe(height);
      expect(layout.bottom).toBeLessThanOrEqual(height);
      expect(layout.bottom).toBeGreaterThan(height - 20);
    }
    // Too low for all of them: rows stay readable and the figure grows.
    for (const genes of [40, 41]) {
      const { layout, height, tree } = draw(of(genes), { height: 200 });
      expect(height).toBeGreaterThan(layout.bottom);
      const [name] = texts(parts(tree, "gene")[0] as never);
      expect((name?.box.bottom ?? 0) - (name?.box.top ?? 0)).toBeGreaterThan(7);
    }
    expect(draw(of(3), { height: 2000 }).layout.pitch).toBe(pitch(3));
  });

  it("has its tracks over the genes, in the columns of the same patients", () => {
    const { tree, layout } = draw(of(3, [track("Arm"), track("Site")]));
    expect(texts(parts(tree, "track")[0] as never).map(({ text }) => text)).toEqual(["Arm"]);
    const tops = parts(tree, "track").map((mark) => texts(mark)[0]?.box.top ?? 0);
    expect(tops[0]).toBeGreaterThan(layout.tracksTop - 5);
    expect((tops[1] ?? 0) - (tops[0] ?? 0)).toBeCloseTo(layout.trackPitch, 1);
    expect((tops[1] ?? 0) + 12).toBeLessThan(layout.genesTop);
    expect(layout.tracksTop).toBeGreaterThan(layout.legendTop + layout.legend.height);
  });

  it("draws of many genes those scrolled into sight, where they stand among all", () => {
    const result = of(20);
    const of5to9 = oncoprint(result, options, { width: 800, height: 0, theme: "light" }, { from: 5, to: 9 });
    const whole = draw(result);
    expect(of5to9.height).toBe(whole.height);
    expect(parts(of5to9.tree, "gene")).toEqual(parts(whole.tree, "gene").slice(5, 9));
    const beyond = oncoprint(result, options, { width: 800, height: 0, theme: "light" }, { from: -3, to: 99 });
    expect(parts(beyond.tree, "gene")).toHaveLength(20);
  });

  it("keeps a gene's marks while its place and look stay, and draws them anew in another theme, size or width", () => {
    const result = of(2);
    const marks = (sheet: Partial<Sheet>) => parts(draw(result, sheet).tree, "gene")[0];
    const first = marks({});
    expect(marks({})).toBe(first);
    for (const sheet of [{ theme: "dark" as const }, { text: 14 }, { width: 900 }]) {
      expect(marks(sheet)).not.toEqual(first);
      expect(marks({})).toEqual(first);
    }
    const others = parts(draw({ ...result, counted: ["truncating"] }).tree, "gene")[0];
    expect(others).not.toEqual(first);
  });

  it("says what to do where there are no genes yet", () => {
    const empty = parts(draw(of(0)).tree, "empty");
    expect(empty).toHaveLength(1);
    expect(texts(empty[0] as never)[0]?.text).toBe("No genes yet.");
    expect(parts(draw(of(1)).tree, "empty")).toEqual([]);
  });
});

describe("a place in an oncoprint", () => {
  const result = of(3);
  const { layout } = draw(result);
  const y = (gene: number) => layout.genesTop + (gene + 0.5) * layout.pitch;

  it("is a name, one patient's cell or a share of the gene of its row", () => {
    expect(placeAt(result, layout, layout.left - 1, y(0))).toEqual({ gene: 0, part: "name", patient: -1 });
    expect(placeAt(result, layout, layout.left, y(1))).toEqual({ gene: 1, part: "cell", patient: 0 });
    for (const patient of [0, 17, 39])
      expect(placeAt(result, layout, layout.left + (patient + 0.5) * layout.cell, y(2))).toEqual({
        ...{ gene: 2, part: "cell", patient },
      });
    expect(placeAt(result, layout, layout.right - 1e-9, y(2))).toMatchObject({ part: "cell", patient: 39 });
    expect(placeAt(result, layout, layout.right, y(0))).toEqual({ gene: 0, part: "share", patient: -1 });
  });

  it("is nothing over the first and under the last gene", () => {
    expect(placeAt(result, layout, layout.left, layout.genesTop - 0.1)).toBeNull();
    expect(placeAt(result, layout, layout.left, layout.genesTop)?.gene).toBe(0);
    expect(placeAt(result, layout, layout.left, layout.genesTop + 3 * layout.pitch - 0.1)?.gene).toBe(2);
    expect(placeAt(result, layout, layout.left, layout.genesTop + 3 * layout.pitch + 0.1)).toBeNull();
  });
});

it("a small oncoprint shows the first six genes, all of them inside, from the first patient to the last", () => {
  const marks = (genes: number) => {
    const tree = thumbnail(of(genes), { width: 150, height: 76 }, "light");
    return elements(tree).flatMap(({ tag, attributes }) => {
      if (tag !== "path" || attributes.fill === "none") return [];
      return [...String(attributes.d).matchAll(/M([\d.]+),([\d.]+)h([\d.]+)v([\d.]+)/g)].map((each) => {
        const [x = 0, y = 0, width = 0, height = 0] = each.slice(1).map(Number);
        return { left: x, right: x + width, top: y, bottom: y + height };
      });
    });
  };
  for (const genes of [1, 5, 6, 9]) {
    const found = marks(genes);
    // The bar of a mutation is a third as high as the cell of wild type.
    const rows = new Set(found.filter(({ top, bottom }) => bottom - top > 76 / 15).map(({ top }) => top));
    expect(rows.size).toBe(Math.min(6, genes));
    for (const { left, right, top, bottom } of found) {
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(150);
      expect(bottom).toBeLessThanOrEqual(76);
    }
  }
  expect(elements(thumbnail(of(0), { width: 150, height: 76 }, "light"))).toHaveLength(1);
});
