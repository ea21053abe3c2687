import { describe, expect, it } from "vitest";
import exampleBoard from "../../public/example/synthetic-lms-board.json";
import { boardSchema, emptyBoard } from "./board";
import { looksLikeBoard, readBoard, writeBoard } from "./boardFile";
import { hashOf, readHash, withHash } from "./hash";
import { openingPanel } from "./panelForms/registry";

const example = boardSchema.parse(exampleBoard);

describe("a board file", () => {
  it("comes back as it was saved", () => {
    expect(readBoard(writeBoard(example))).toEqual({ ok: true, value: example });
    expect(looksLikeBoard(writeBoard(example))).toBe(true);
  });

  it("carries what was looked at, which an older file lacks", () => {
    const session = { focus: "os-arm", compared: [["1abc", "2def"]] };
    expect(readBoard(writeBoard({ ...example, session }))).toEqual({ ok: true, value: { ...example, session } });
    expect(example.session).toBeNull();
    expect(readBoard(JSON.stringify({ ...example, session: { ...session, compared: [["one"]] } }))).toMatchObject({
      ok: false,
    });
  });

  it("is refused with a sentence when a field is unknown or wrong", () => {
    const unknown = readBoard(JSON.stringify({ ...emptyBoard, color: 1 }));
    expect(unknown.ok ? "" : unknown.problem.message).toMatch(/^The board file is not as expected: .*color/);
    const wrong = readBoard(JSON.stringify({ ...emptyBoard, patientId: 7 }));
    expect(wrong.ok ? "" : wrong.problem.message).toMatch(/patientId/);
  });

  it("is refused when it is newer than the program, or no JSON", () => {
    expect(readBoard('{"meierboard": 4}')).toMatchObject({
      ok: false,
      problem: { message: "The board file has version 4; this program reads versions up to 3." },
    });
    expect(readBoard("a,b\n1,2")).toMatchObject({ ok: false });
  });

  it("is refused when it asks for what this version would not draw", () => {
    const unknown = (panel: object) =>
      readBoard(JSON.stringify({ ...example, panels: [{ ...openingPanel(example.panels), ...panel }] }));
    for (const panel of [{ landmark: -3 }, { kind: "nomogram" }, { test: "coinToss" }, { figure: { sparkle: true } }])
      expect(unknown(panel).ok).toBe(false);
    expect(unknown({ landmark: 3 }).ok).toBe(true);
  });
});

describe("the address", () => {
  const filters = example.filters.map((filter) => {
    if (filter.kind === "range") return { ...filter, min: 40, max: null };
    return { ...filter, values: ["mutated-canary"] };
  });
  const board = { ...example, filters, panels: example.panels.map((panel) => ({ ...panel, title: "title-canary" })) };

  it("carries numeric filters, panels and focus, and brings them back", () => {
    const hash = hashOf(board, { place: "board", focus: "os-arm" }, () => false);
    const settings = readHash(hash);
    if (!settings) throw new Error("unreadable");
    const restored = withHash(example, settings);
    expect(restored.filters.filter(({ kind }) => kind === "range")).toEqual(
      filters.filter(({ kind }) => kind === "range"),
    );
    expect(restored.panels.map((panel) => ({ ...panel, title: null }))).toEqual(
      example.panels.map((panel) => ({ ...panel, title: null })),
    );
    expect(settings.focus).toBe("os-arm");
  });

  it("carries no cell value, label, title, file name or event coding, and nothing of an identifying column", () => {
    const text = decodeURIComponent(hashOf(board, { place: "board", focus: null }, (column) => column === "age"));
    for (const forbidden of ["canary", "Gene", ".csv", "event", "censored", "age"])
      expect(text).not.toContain(forbidden);
  });

  it("is ignored when it is not ours", () => {
    for (const hash of ["", "#", "#about", "#%7B%7D", `#${"x".repeat(30_000)}`, "#%E0%A4%A"])
      expect(readHash(hash)).toBeNull();
  });
});
