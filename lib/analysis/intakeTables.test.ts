import { describe, expect, it } from "vitest";
import { type Board, emptyBoard } from "../board/board";
import { withReading } from "../board/readingOptions";
import { bytesSource } from "../table";
import { workbookOf } from "../table/formats/workbook/testing";
import { readHeavyTable } from "../table/readHeavyTable";
import { type Described, describeFile } from "./describeFile";

type Cells = readonly (readonly (string | number)[])[];
const text = (lines: Cells) => new TextEncoder().encode(lines.map((line) => line.join(",")).join("\n"));

async function opened(name: string, content: Uint8Array, board: Board | null = null): Promise<Described> {
  const found = await describeFile(bytesSource(name, content), board);
  if (!found.ok) throw new Error(found.problem.message);
  return found.value;
}

/** After the answer of this question that begins with these words, with what is then proposed. */
async function answered(name: string, content: Uint8Array, code: string, words: string): Promise<Described> {
  const table = await readHeavyTable(bytesSource(name, content));
  const asked = (table.ok ? table.value.questions : []).find((each) => each.code === code);
  const choice = asked?.choices.find(({ label }) => label.startsWith(words));
  if (!choice) throw new Error(`${code} is not asked, or has no answer “${words}”`);
  const { board } = await opened(name, content);
  return opened(name, content, withReading(board, choice.options));
}

const codes = (said: readonly { code: string }[]) => said.map(({ code }) => code);
const header = ["patient", "arm", "os_months", "dead"];
/** By hand: of times 1 … 6 with deaths at 1, 2, 3 and 5 the curve is 5/6, 4/6, 3/6: the median is 4, between 3 and 5. */
const rows = [1, 1, 1, 0, 1, 0].map((dead, place) => [`P${place + 1}`, place % 2 ? "A" : "B", place + 1, dead]);
const byHand = { n: 6, events: 4, median: 4 };
const curve = ({ endpoints: [endpoint] }: Described) => {
  const { n, events, median } = endpoint?.curve ?? { n: 0, events: 0, median: null };
  return { n, events, median };
};

describe("where the table ends", () => {
  const sums = [
    ["Mean", "", 3.5, 0.67],
    ["SD", "", 1.87, ""],
  ];

  it("is asked where the last rows sum up the others, and those are left out by the answer", async () => {
    const content = text([header, ...rows, ...sums]);
    const found = await opened("sums.csv", content);
    expect(codes(found.questions)).toContain("table-end");
    const cut = await answered("sums.csv", content, "table-end", "The table ends at line 7");
    expect([cut.rows, curve(cut), codes(cut.questions)]).toEqual([6, byHand, []]);
    expect(cut.notices.find(({ code }) => code === "table-ended")?.message).toContain("2 lines below are left out");
    const kept = await answered("sums.csv", content, "table-end", "They are patients");
    expect([kept.rows, codes(kept.questions)]).toEqual([8, []]);
  });

  it("is asked where another table begins below an empty line, in a workbook by the row of the sheet", async () => {
    const other = [
      ["", "", "", ""],
      ["Arm", "Patients", "", ""],
      ["A", 3, "", ""],
      ["B", 3, "", ""],
    ];
    const csv = await answered("two.csv", text([header, ...rows, ...other]), "table-end", "The table ends at line 7");
    expect([csv.rows, curve(csv)]).toEqual([6, byHand]);
  });

  it("is not asked where “Total” is a value like others, nor of plain files", async () => {
    const surgery = ["Total", "Partial", "Total", "Partial", "Partial", "Total"];
    const values = rows.map((row, place) => [row[0] ?? "", surgery[place] ?? "", row[2] ?? "", row[3] ?? ""]);
    const sorted = values.toSorted((a, b) => String(a[1]).localeCompare(String(b[1])));
    for (const body of [values, sorted, rows])
      expect(codes((await opened("a.csv", text([header, ...body]))).questions)).toEqual([]);
  });
});

describe("sheets of the same columns", () => {
  const years = { "2019": [header, ...rows.slice(0, 2)], "2020": [header, ...rows.slice(2)] };

  it("are offered as one table, with a column of their names", async () => {
    const content = workbookOf(years);
    const found = await opened("years.xlsx", content);
    expect(found.questions.find(({ code }) => code === "sheets-alike")?.message).toBe(
      "“2019” and “2020” have the same columns; “2020” alone is read.",
    );
    const all = await answered("years.xlsx", content, "sheets-alike", "Put the 2 sheets together");
    expect([all.rows, curve(all), codes(all.questions)]).toEqual([6, byHand, []]);
    expect(all.columns[0]).toMatchObject({
      name: "sheet",
      levels: [
        { value: "2020", count: 4 },
        { value: "2019", count: 2 },
      ],
    });
  });

  it("are not where columns differ", async () => {
    const found = await opened(
      "y.xlsx",
      workbookOf({
        ...years,
        "2020": [
          ["patient", "dose"],
          ["P1", 4],
        ],
      }),
    );
    expect(codes(found.questions)).toEqual(["several-sheets"]);
  });
});

describe("patients in columns", () => {
  const turned = [
    ...header.map((name, place) => [name, ...rows.map((row) => row[place] ?? "")]),
    ["age", 51, 62, 73, 44, 55, 66],
  ];

  it("are asked about, and turned by the answer", async () => {
    const content = text(turned);
    const found = await opened("turned.csv", content);
    expect(codes(found.questions)).toEqual(["table-turned-open"]);
    const { board } = found;
    const right = await opened("turned.csv", content, withReading({ ...board, endpoints: [] }, { turned: true }));
    expect([right.rows, right.columns.map(({ name }) => name)]).toEqual([6, [...header, "age"]]);
    expect(right.columns[1]).toMatchObject({ name: "arm", valid: 6 });
    expect(right.columns.find(({ name }) => name === "os_months")).toMatchObject({ kind: "number", sum: 21 });
  });

  it("are not asked about in a table of rows", async () => {
    for (const content of [
      text([header, ...rows]),
      text([
        ["gene", "S1", "S2", "S3"],
        ["TP53", 1, 2, 3],
        ["KRAS", 1, 0, 2],
        ["EGFR", 0, 0, 1],
      ]),
    ])
      expect(codes((await opened("plain.csv", content)).questions)).toEqual([]);
  });
});

describe("two columns that may each say what happened", () => {
  const named = ["time", "death", "event"];
  const body = rows.map(([, , time, dead], place) => [time ?? "", dead ?? "", place === 3 ? 1 : (dead ?? "")]);

  it("are asked about, where they differ", async () => {
    const found = await opened("two.csv", text([named, ...body]));
    expect(found.endpoints[0]?.waits?.code).toBe("event-undecided");
    expect(found.notices.find(({ code }) => code === "event-column-open")?.columns).toEqual(["death", "event"]);
  });

  it("are not where their values are as frequent, or one is the other turned round", async () => {
    const same = await opened(
      "two.csv",
      text([named, ...body.map(([time, dead]) => [time ?? "", dead ?? "", dead ?? ""])]),
    );
    expect([same.endpoints[0]?.waits, curve(same).events]).toEqual([null, 4]);
    const inverse = text([
      ["time", "death", "censored"],
      ...body.map(([time, dead]) => [time ?? "", dead ?? "", 1 - Number(dead)]),
    ]);
    expect((await opened("two.csv", inverse)).endpoints[0]?.waits).toBeNull();
  });
});

it("a board with a code book and a table's end is a board file", () => {
  const board = withReading(emptyBoard, { lastLine: 7, turned: false, stacked: ["a", "b"] });
  expect(board.source.reading).toEqual({ lastLine: 7, turned: false, stacked: ["a", "b"] });
});
