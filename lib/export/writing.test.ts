import { afterAll, describe, expect, it } from "vitest";
import { boardSchema } from "../board/board";
import { plainWriting, type Writing, writeAs } from "../format";
import { styleOf } from "../format/numberStyle";
import { exportFormats } from "./index";
import { printFigure } from "./printFigure";
import { example, exampleTable, requestFor, textOf } from "./testing";
import { careText, legendText, methodsText, resultsText } from "./words";

// The example with what else can be shown: small figures, a second endpoint, times with shares and differences, restricted
// means, a cut-point that is searched, groups named by numbers, a filter of a day and of a number, competing events.
const table = await exampleTable();
const km = { kind: "kaplanMeier", endpoint: "os" };
const board = (writing: Partial<Writing>) =>
  boardSchema.parse({
    ...example,
    writing,
    edits: {
      ...example.edits,
      derivedColumns: [
        { from: "cut", name: "hb_group", column: "hemoglobin_g_dl", by: { at: [9.5, 12.25] }, below: "<" },
      ],
    },
    filters: [{ kind: "range", of: { column: "hemoglobin_g_dl" }, min: 5.5, max: null, missing: true }],
    panels: [
      ...example.panels,
      { ...km, id: "a", group: { column: "arm" }, split: { column: "tp53" }, also: "pfs" },
      {
        ...km,
        id: "b",
        group: { column: "hb_group" },
        figure: { milestones: [2.5, 12], annotation: ["test", "hazardRatios", "medians", "patients"] },
      },
      {
        ...km,
        id: "c",
        group: { column: "arm" },
        figure: { scale: "cumulativeHazard", unit: "years", zoom: [0.25, 1.5], medianLines: true },
      },
    ],
  });
const plain = requestFor(table, board({}));

const writings: [string, Partial<Writing>][] = [
  ["JAMA", { journal: "jama" }],
  ["NEJM", { journal: "nejm" }],
  ["Lancet", { journal: "lancet" }],
  ["a decimal comma", { decimal: "comma" }],
  ["NEJM with a decimal comma", { journal: "nejm", decimal: "comma" }],
  ["days as in June 30, 2021", { dates: "monthDay" }],
];
const forReaders = exportFormats.filter(
  ({ id, forMachines }) => !forMachines && !["png", "clipboard", "pdf", "handout", "tiff", "eps"].includes(id),
);
afterAll(() => writeAs(plainWriting));

/** What is read of a file: its texts and descriptions, without versions and addresses, which are no numbers. */
function read(file: string): string {
  const texts = file
    .replace(/<style.*?<\/style>/gs, " ")
    .replace(/<\/(?:text|tspan|td|th|p|h\d|li|a:t|w:t|title|desc|caption|figcaption)>/g, "\n")
    .replace(/<[^>]*?(?:aria-label|descr)="([^"]*)"[^>]*>/g, "$1\n")
    .replace(/<[^>]*>/g, "");
  return texts.replace(
    /\d{4}-\d\d-\d\d(T[\d:.]+Z)?|November 29, 2026|Meierboard [\d.]+|doi:\S+|settings \w+|RECIST 1\.1|16\.0000/g,
    "",
  );
}

const signs = (writing: Partial<Writing>) => styleOf({ ...plainWriting, ...writing });

function numbersIn(text: string, writing: Partial<Writing>): number[] {
  const { decimal, thousands } = signs(writing);
  const dot = decimal === "." ? "\\." : decimal;
  const pattern = new RegExp(
    `(?:\\d{1,3}(?:${thousands}\\d{3})+(?!\\d)|\\d+)(?:${dot}\\d+)?|(?<![\\d])${dot}\\d+`,
    "g",
  );
  return (text.match(pattern) ?? []).map((each) => Number(each.replaceAll(thousands, "").replace(decimal, ".")));
}

/** Where two readings part, with what stands there. */
function parting(styled: string, writing: Partial<Writing>, asPlain: string): string | null {
  const [ours, theirs] = [numbersIn(styled, writing), numbersIn(asPlain, {})];
  const near = signs(writing).digitsOfP === "nejm" ? 0.00501 : 1e-12;
  const at = theirs.findIndex((value, place) => !(Math.abs(value - (ours[place] ?? Number.NaN)) <= near));
  if (at < 0 && ours.length === theirs.length) return null;
  return `number ${at}: ${ours.slice(Math.max(0, at - 4), at + 5)} in place of ${theirs.slice(Math.max(0, at - 4), at + 5)}`;
}

describe.each(writings)("in the style of %s", (_, writing) => {
  const request = requestFor(table, board(writing));
  const { decimal, between, zeroOfP } = signs(writing);

  it.each(forReaders.map(({ id }) => id))(
    "every number of “%s” is in it, and is the one of the plain style",
    async (id) => {
      for (const [place, shown] of request.panels.entries()) {
        const whole = forReaders.find((each) => each.id === id)?.section === "Whole board";
        if (whole && place > 0) continue;
        writeAs(request.board.writing);
        const styled = read(await textOf(id, { ...request, shown }));
        writeAs(plainWriting);
        const asPlain = read(await textOf(id, { ...plain, shown: plain.panels[place] ?? shown }));
        const where = [id, shown.title];
        if (decimal !== ".") expect([...where, styled.match(/.{0,30}\d\.\d.{0,20}/g)]).toEqual([...where, null]);
        if (zeroOfP) expect([...where, styled.match(/.{0,30}(?<![\d])[.·,]\d.{0,20}/g)]).toEqual([...where, null]);
        if (between === " to ")
          expect([...where, styled.match(/.{0,20}\(\d[\d.,·]*[–-]\d.{0,20}/g)]).toEqual([...where, null]);
        expect([...where, parting(styled, writing, asPlain)]).toEqual([...where, null]);
      }
    },
  );

  it("some number is there to be written otherwise", () => {
    writeAs(request.board.writing);
    const styled = request.panels.map(resultsText).join("\n");
    writeAs(plainWriting);
    if (writing.dates === undefined) expect(styled).not.toBe(plain.panels.map(resultsText).join("\n"));
    if (decimal !== ".") expect(styled).toMatch(new RegExp(`\\d${decimal}\\d`));
  });

  it("so are legends, results, methods, warnings and what a figure says, which are copied and read aloud", () => {
    for (const [place, shown] of request.panels.entries()) {
      const texts = (of: typeof request, each: typeof shown) =>
        read(
          [
            legendText(each),
            resultsText(each),
            methodsText(each, of.facts),
            careText(each),
            String(printFigure(each, of.paper, of.privacy).tree.attributes["aria-label"]),
          ].join("\n"),
        );
      writeAs(request.board.writing);
      const styled = texts(request, shown);
      writeAs(plainWriting);
      expect([shown.title, parting(styled, writing, texts(plain, plain.panels[place] ?? shown))]).toEqual([
        shown.title,
        null,
      ]);
      if (decimal !== ".") expect([shown.title, styled.match(/.{0,30}\d\.\d.{0,20}/g)]).toEqual([shown.title, null]);
    }
  });
});

it.each(exportFormats.filter(({ forMachines }) => forMachines).map(({ id }) => id))(
  "“%s”, which programs read, is the same file in every style of numbers of the board on the screen",
  async (id) => {
    const before = await textOf(id, plain);
    writeAs({ journal: "lancet", decimal: "comma", dates: "monthDay" });
    expect(await textOf(id, plain)).toBe(before);
    writeAs(plainWriting);
  },
);
