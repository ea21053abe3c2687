import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { newPanel } from "../board/panelForms/registry";
import { boardFrom, tableFrom } from "../cohort/testing";
import { serialize } from "../figure/svg";
import { fixture } from "../panels/kaplanMeier/fixture";
import { shownKinds } from "../panels/shownKinds";
import { csvText } from "./csvExport";
import { csvRow } from "./csvRow";
import type { ExportRequest } from "./exportFormat";
import { provenance } from "./facts";
import { fileName } from "./fileName";
import { exportFormats } from "./index";
import { paperOfWidth, paperSizes } from "./paper";
import { withResolution } from "./pngResolution";
import { printFigure } from "./printFigure";
import { openPrivacy } from "./privacy";
import { svgFile } from "./svgExport";
import { requestFor } from "./testing";

// A few patients by hand: deaths at 2 and 4 among four, and one death of two at 5.
const result = fixture([
  { label: "=1+1", time: [2, 3, 4, 6], event: [1, 0, 1, 0] },
  { label: 'B, "late"', time: [3, 5], event: [0, 1] },
]);
const shown = {
  panel: newPanel("kaplanMeier", "os"),
  title: "Overall survival by arm",
  result,
  ledger: {
    rows: 8,
    merged: { reason: "merged", count: 0, rows: [] },
    weighted: false,
    weightless: { reason: "rows without a usable weight", count: 0, rows: [] },
    patients: 8,
    leftOut: [{ reason: "time missing", count: 2, rows: [3, 4] }],
    used: 6,
    seconds: [],
  },
};
const bytes = (name: string) => new Uint8Array(readFileSync(`app/fonts/${name}`));
const request: ExportRequest = {
  shown,
  panels: [shown],
  without: [],
  paper: paperOfWidth(183),
  privacy: openPrivacy,
  facts: {
    program: "Meierboard 1.2.3",
    date: "2026-11-29",
    settings: "0123456789ab",
    filters: ["Age 60 to 70"],
    selected: 6,
    total: 8,
    example: false,
  },
  board: boardFrom({}),
  dataSet: async () => ({
    csv: "patient\r\n1\r\n",
    rows: 1,
    patientOfIntervals: null,
    patients: 1,
    endpoints: [],
    groups: [],
    columns: [],
    scores: [],
    dictionary: "column,what\r\n",
    responses: [],
    panels: [],
    notes: [],
  }),
  fonts: async () => ({ webFont: "AAAA", regular: bytes("Inter-400.ttf"), semibold: bytes("Inter-600.ttf") }),
  pictures: null,
};

describe("the CSV of a curve", () => {
  const lines = csvText(shownKinds.kaplanMeier.steps(result)).split("\r\n");

  it("names its columns as R does and has a line per distinct time of each group", () => {
    expect(lines[0]).toBe("group,time,n.risk,n.event,n.censor,survival,std.err,lower,upper");
    expect(lines).toHaveLength(1 + 4 + 2 + 1);
  });

  it("holds the exact numbers: 3/4, then 3/8, with Greenwood's standard errors", () => {
    const [, time, nRisk, nEvent, nCensor, survival, stdErr] = lines[3].split(",").map(Number);
    expect([time, nRisk, nEvent, nCensor, survival]).toEqual([4, 2, 1, 0, 0.375]);
    expect(stdErr).toBeCloseTo(0.375 * Math.sqrt(1 / (4 * 3) + 1 / (2 * 1)), 15);
  });

  it("gives NA, not a number, where nothing can be estimated", () => {
    expect(lines[6]).toBe('"B, ""late""",5,1,1,0,0,NA,NA,NA');
  });

  it("neutralizes names that a spreadsheet would run, and leaves numbers alone", () => {
    expect(lines[1].startsWith("'=1+1,2,4,1,0,0.75,")).toBe(true);
    expect(csvRow(["@a", "-b", "+c", "d", -0.5, 1e-20])).toBe("'@a,'-b,'+c,d,-0.5,1e-20");
  });
});

describe("the SVG file", () => {
  const about = { title: shown.title, about: provenance(shown, request.facts) };
  const { text } = svgFile(about, "AAAA", printFigure(shown, request.paper, request.privacy));

  it("has its width in millimeters, the font inside and texts that are texts", () => {
    expect(text).toMatch(/<svg [^>]*width="183mm" height="128mm"/);
    expect(text).toContain("data:font/woff2;base64,AAAA");
    expect(text).toContain(">Overall survival by arm<");
    expect(text).toContain("=1+1");
  });

  it("asks for nothing from elsewhere and carries no script", () => {
    expect(text.replace("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|<script|href/);
  });

  it("says in its properties which program, patients and filters made it", () => {
    expect(text).toContain("8 rows in the file; 8 patients, 6 of them kept by the filters; 6 patients in this figure.");
    expect(text).toContain("6 of 8 patients; filters: Age 60 to 70.");
    expect(text).toContain("Meierboard 1.2.3, 2026-11-29, settings 0123456789ab. Research use, not a medical device.");
  });
});

describe("a figure on paper", () => {
  it.each(paperSizes)("has no text under 5 points at $label", ({ paper }) => {
    expect(printFigure(shown, paper, openPrivacy).smallestPt).toBeGreaterThanOrEqual(5);
  });

  it("says so when its texts are made smaller", () => {
    const { notes } = printFigure(shown, { ...paperOfWidth(80), textPt: 5 }, openPrivacy);
    expect(notes).toContain("The smallest text has 4.6 pt; journals ask for at least 5.");
  });

  it("draws no tick of a censored patient when these are held back", () => {
    const drawn = (ticks: boolean) => JSON.stringify(printFigure(shown, request.paper, { ...openPrivacy, ticks }).tree);
    expect(drawn(true)).toContain('"data-part":"censor"');
    expect(drawn(false)).not.toContain('"data-part":"censor"');
  });
});

describe("the resolution of a PNG", () => {
  const chunk = (name: string, data: number[]) => [
    0,
    0,
    0,
    data.length,
    ...[...name].map((letter) => letter.charCodeAt(0)),
    ...data,
    0,
    0,
    0,
    0,
  ];
  const start = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...chunk("IHDR", new Array(13).fill(1))];

  it("is stated after the header: 300 dpi is 11,811 pixels per meter", () => {
    const written = withResolution(Uint8Array.from([...start, ...chunk("IDAT", [7]), ...chunk("IEND", [])]), 300);
    // The chunk as other programs write it, checksum included.
    const known = [0, 0, 0, 9, 0x70, 0x48, 0x59, 0x73, 0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1, 0x78, 0xa5, 0x3f, 0x76];
    expect([...written]).toEqual([...start, ...known, ...chunk("IDAT", [7]), ...chunk("IEND", [])]);
  });

  it("replaces the one that is there", () => {
    const written = withResolution(Uint8Array.from([...start, ...chunk("pHYs", [1, 2, 3]), ...chunk("IEND", [])]), 600);
    expect(String.fromCharCode(...written).match(/pHYs/g)).toHaveLength(1);
  });

  it("refuses what is no PNG", () => {
    expect(() => withResolution(Uint8Array.from([1, 2, 3]), 300)).toThrow("not a PNG");
  });
});

describe("the registry", () => {
  const needBrowser = new Set(["png", "clipboard", "tiff"]);

  it("has an id and a label of its own for each way to save", () => {
    for (const key of ["id", "label"] as const)
      expect(new Set(exportFormats.map((format) => format[key])).size).toBe(exportFormats.length);
  });

  it.each(exportFormats.filter(({ id }) => !needBrowser.has(id)))(
    "writes $label, named after the figure or the board",
    async (format) => {
      const { files } = await format.write(request);
      expect(files.length).toBeGreaterThan(0);
      for (const { name, content } of files) {
        expect(name).toMatch(/^[^/\\]+\.\w+$/);
        expect(content.size).toBeGreaterThan(20);
      }
    },
  );

  it("writes no steps where a kind of panel cannot hold back what is asked", async () => {
    const steps = exportFormats.find(({ id }) => id === "steps");
    const kind = shownKinds.kaplanMeier;
    const able = kind.heldBack;
    kind.heldBack = () => null;
    const written = await steps?.write({ ...request, privacy: { ...openPrivacy, wholeMonths: true } });
    kind.heldBack = able;
    expect(written?.files).toEqual([]);
    expect(written?.notes.join()).toContain("cannot hold back");
  });

  it("names files after the figure, safely", () => {
    expect(fileName("Overall survival by arm", "svg")).toBe("Overall survival by arm.svg");
    expect(fileName("../PFS: <b>\u0000 | ≥3?", "png")).toBe("PFS b ≥3.png");
    expect(fileName("???", "csv")).toBe("figure.csv");
  });
});

it("a figure of incidences in whole months has its steps at whole months, and its note says so", async () => {
  const rows = Array.from({ length: 40 }, (_, row) => `${(1.3 + ((row * 7) % 23) * 0.37).toFixed(2)},${row % 3}`);
  const coding = [
    { value: "0", as: "censored" },
    { value: "1", as: "event" },
    { value: "2", as: "competing" },
  ];
  const endpoint = {
    id: "e",
    label: "Relapse",
    time: { from: "column", column: "months", unit: "months" },
    event: { column: "event", coding },
  };
  const board = boardFrom({
    endpoints: [endpoint],
    panels: [{ id: "p", kind: "cumulativeIncidence", endpoint: "e", group: null }],
  });
  const { shown } = requestFor(await tableFrom(`months,event\n${rows.join("\n")}\n`), board);
  const open = printFigure(shown, paperOfWidth(183), openPrivacy);
  const held = printFigure(shown, paperOfWidth(183), { ...openPrivacy, wholeMonths: true });
  expect(held.notes).toContain("Steps are drawn at the ends of months; the numbers are those of the exact times.");
  expect(serialize(held.tree).text.length).toBeLessThan(serialize(open.tree).text.length);
});
