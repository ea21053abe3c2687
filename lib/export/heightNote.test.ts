import { describe, expect, it } from "vitest";
import { boardFrom, tableFrom } from "../cohort/testing";
import { type Paper, paperSizes, pixelsPerMm } from "./paper";
import { heightNote, printFigure } from "./printFigure";
import { openPrivacy } from "./privacy";
import { example, exampleTable, requestFor } from "./testing";

const slide = paperSizes.find(({ id }) => id === "slide")?.paper as Paper;
const figure = { width: 1000, tree: { tag: "svg", attributes: {}, children: [] }, problems: [] };

describe("the height that was asked for", () => {
  it("is that of the figure, and nothing is said, where everything has room: 16:9 stays 16:9", async () => {
    const { shown } = requestFor(await exampleTable(), example);
    const drawn = printFigure(shown, slide, openPrivacy);
    expect(drawn.width / drawn.height).toBeCloseTo(16 / 9, 3);
    expect(heightNote(drawn, slide)).toEqual([]);
  });

  it("is said to be exceeded where twenty groups need more", async () => {
    const rows = Array.from({ length: 400 }, (_, row) => `${1 + ((row * 7) % 41)},${row % 3 && 1},group ${row % 20}`);
    const coding = [
      { value: "1", as: "event" },
      { value: "0", as: "censored" },
    ];
    const time = { from: "column", column: "months", unit: "months" };
    const endpoints = [{ id: "os", label: "Overall survival", time, event: { column: "died", coding } }];
    const panels = [{ id: "p", kind: "kaplanMeier", endpoint: "os", group: { column: "group" } }];
    const table = await tableFrom(`months,died,group\n${rows.join("\n")}\n`);
    const { shown } = requestFor(table, boardFrom({ endpoints, panels }));
    const drawn = printFigure(shown, { ...slide, heightMm: 60 }, openPrivacy);
    const [note] = heightNote(drawn, { ...slide, heightMm: 60 });
    expect(note).toBe(
      `The figure is ${Math.round(drawn.height / pixelsPerMm)} mm high, not 60: what is in it needs the room. Smaller texts or a greater width need less.`,
    );
  });

  it("is not asked of a figure on several pages", () => {
    const tall = { ...figure, height: 2000 };
    expect(heightNote(tall, { ...slide, heightMm: 100 })).toHaveLength(1);
    expect(heightNote({ ...tall, pages: 2 }, { ...slide, heightMm: 100 })).toEqual([]);
  });
});
