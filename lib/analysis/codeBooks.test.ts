import { describe, expect, it } from "vitest";
import { emptyBoard } from "../board/board";
import { withReading } from "../board/readingOptions";
import { bytesSource, type Question } from "../table";
import { dictionaryIn } from "../table/codeBook/dictionary";
import { workbookOf } from "../table/formats/workbook/testing";
import { readHeavyTable } from "../table/readHeavyTable";
import { type Described, describeFile } from "./describeFile";

/** Times 1 … 8; patients 1, 2, 3, 5 and 8 died, which the file writes as 0. By hand: the median is 5. */
const died = [1, 1, 1, 0, 1, 0, 0, 1];
const rows = died.map((dead, place) => [`P${place + 1}`, place + 1, 1 - dead, 1 + (place % 2)]);
const header = ["patient", "os_months", "status", "arm"];
/** Product-limit: 7/8, 6/8, 5/8, then 4/5 · 5/8 at 1, 2, …: 0.875, 0.75, 0.625, 0.625, 0.46875 at 5. */
const byHand = { n: 8, events: 5, median: 5 };

const text = (lines: readonly (readonly (string | number)[])[]) =>
  new TextEncoder().encode(lines.map((line) => line.join(",")).join("\n"));

async function opened(name: string, content: Uint8Array, board = emptyBoard): Promise<Described> {
  const found = await describeFile(bytesSource(name, content), board === emptyBoard ? null : board);
  if (!found.ok) throw new Error(found.problem.message);
  return found.value;
}

const curve = ({ endpoints: [endpoint] }: Described) => {
  const { n, events, median } = endpoint?.curve ?? { n: 0, events: 0, median: null };
  return { n, events, median };
};
const offer = ({ questions }: Described) => questions.find(({ code }) => code === "labels-offered");

const workbook = (sheet: string, codes: (string | number | null)[][]) =>
  workbookOf({ Patients: [header, ...rows], [sheet]: codes });

describe("labels of values in a second sheet", () => {
  it.each([
    [
      "Code book",
      [
        ["variable", "value", "label"],
        ["status", 0, "Dead"],
        ["status", 1, "Alive"],
      ],
    ],
    [
      "codes",
      [
        ["status", 0, "dead"],
        [null, 1, "alive"],
        ["arm", 1, "A"],
        [null, 2, "B"],
      ],
    ],
    [
      "Legende",
      [
        ["Variable", "Bedeutung"],
        ["Status", "0 = verstorben; 1 = lebt"],
      ],
    ],
    ["Key", [["status"], [0, "Died"], [1, "Alive"]]],
    ["Dictionary", [["status", "Vital status at last contact", "0=dead, 1=alive"]]],
    ["Notes", [["status: 0 = dead, 1 = alive"]]],
  ])("“%s” say what is an event, against what 0 and 1 usually mean", async (sheet, codes) => {
    const found = await opened("book.xlsx", workbook(sheet, codes));
    expect(curve(found)).toEqual(byHand);
    expect(offer(found)?.message).toContain(`stands in the sheet “${sheet}”`);
    expect(found.line).toContain(`event = 0, by the sheet “${sheet}”`);
  });

  it("read as labels give the same curve, and the cells stand in the ledger of changes", async () => {
    const content = workbook("codes", [
      ["status", 0, "dead"],
      [null, 1, "alive"],
      ["arm", 1, "A"],
      [null, 2, "B"],
    ]);
    const source = bytesSource("book.xlsx", content);
    const table = await readHeavyTable(source);
    const asked = (table.ok ? table.value.questions : []).find(({ code }) => code === "labels-offered") as Question;
    const { board } = await opened("book.xlsx", content);
    const read = await opened("book.xlsx", content, withReading(board, asked.choices[0]?.options ?? {}));
    expect(curve(read)).toEqual(byHand);
    expect(offer(read)).toBeUndefined();
    expect(read.columns.find(({ name }) => name === "arm")?.levels?.map(({ value }) => value)).toEqual(["A", "B"]);
    expect(read.changes.filter(({ kind }) => kind === "labelled").map(({ column, count }) => [column, count])).toEqual([
      ["status", 8],
      ["arm", 8],
    ]);
    const left = await opened("book.xlsx", content, withReading(board, asked.choices[1]?.options ?? {}));
    expect([curve(left), offer(left), left.changes]).toEqual([byHand, undefined, []]);
  });

  it("with a word that is not known leave that value open, and the curve waits", async () => {
    const found = await opened(
      "book.xlsx",
      workbook("codes", [
        ["status", 0, "moved away"],
        [null, 1, "alive"],
      ]),
    );
    expect(found.endpoints[0]?.waits?.code).toBe("event-undecided");
  });

  it("are none where the other sheet holds patients, other columns, or one value twice", async () => {
    for (const codes of [
      [header, ...rows],
      [
        ["patient", "arm"],
        ["P1", 1],
        ["P2", 2],
      ],
      [
        ["grade", 0, "low"],
        [null, 1, "high"],
      ],
      [
        ["status", 0, "dead"],
        ["status", 0, "alive"],
        ["status", 1, "lost"],
      ],
    ]) {
      const found = await opened("book.xlsx", workbook("Other", codes));
      expect(offer(found)).toBeUndefined();
    }
  });
});

describe("labels of values in the file itself", () => {
  it("in the row below the header, which is no patient", async () => {
    const found = await opened("codes.csv", text([header, ["", "", "0=dead 1=alive", ""], ...rows]));
    expect([found.rows, curve(found)]).toEqual([8, byHand]);
    expect(found.line).toContain("by the line below the header");
  });

  it("in lines above the header", async () => {
    const found = await opened("codes.csv", text([["# status: 0=dead; 1=alive"], header, ...rows]));
    expect(curve(found)).toEqual(byHand);
  });

  it("in a note below the rows", async () => {
    const found = await opened("codes.csv", text([header, ...rows, ["status: 0=dead; 1=alive"]]));
    expect(found.line).toContain("event = 0, by a note among the rows");
  });

  it("that two places give otherwise explain nothing, and the curve waits", async () => {
    const found = await opened(
      "codes.csv",
      text([["# status: 0=dead; 1=alive"], header, ...rows, ["status: 0=alive; 1=dead"]]),
    );
    expect([found.endpoints[0]?.waits?.code, offer(found)]).toEqual(["event-undecided", undefined]);
  });

  it("in the remark of a patient are none, and the patient stays", async () => {
    const remarks = rows.map((row, place) => [...row, place === 0 ? "1=mild 2=severe" : 1 + (place % 2)]);
    const found = await opened("codes.csv", text([[...header, "remark"], ...remarks]));
    expect([found.rows, offer(found)]).toEqual([8, undefined]);
  });

  it("are none where no line says so: 1 is the event as usual", async () => {
    const found = await opened("codes.csv", text([header, ...rows]));
    expect([offer(found), curve(found).events]).toEqual([undefined, 3]);
  });
});

describe("a code book in a file of its own", () => {
  const redcap = [
    ["Variable / Field Name", "Form Name", "Field Type", "Field Label", "Choices, Calculations, OR Slider Labels"],
    ["patient", "base", "text", "Patient", ""],
    ["status", "follow_up", "radio", "Vital status", "0, Dead | 1, Alive"],
    ["arm", "base", "radio", "Treatment", "1, Surgery | 2, Surgery and radiation"],
  ];

  it("as REDCap writes its data dictionary says what is an event", async () => {
    const codeBook = dictionaryIn("the data dictionary “dict.csv”", redcap);
    expect(codeBook?.columns.map(({ name }) => name)).toEqual(["status", "arm"]);
    const content = text([header, ...rows]);
    const first = await opened("data.csv", content, withReading(emptyBoard, { codeBook: codeBook ?? undefined }));
    expect(offer(first)?.count).toBe(2);
    const table = await readHeavyTable(bytesSource("data.csv", content), { codeBook: codeBook ?? undefined });
    expect(table.ok && table.value.codeBook?.from).toBe("the data dictionary “dict.csv”");
  });

  it("is none where nothing names variables beside their values", () => {
    expect(dictionaryIn("x", [header, ...rows.map((row) => row.map(String))])).toBeNull();
  });
});

describe("labels of several kinds of event", () => {
  const three = rows.map(([patient, time], place) => [patient ?? "", time ?? "", place % 3, 1]);

  it("for overall survival: each death counts, a relapse is asked about", async () => {
    const deaths = [
      ["status", 0, "alive"],
      [null, 1, "died of disease"],
      [null, 2, "died of other causes"],
    ];
    const sheets = { Patients: [header, ...three], codes: deaths };
    expect(curve(await opened("b.xlsx", workbookOf(sheets))).events).toBe(5);
    const relapse = [
      ["status", 0, "alive"],
      [null, 1, "relapse"],
      [null, 2, "died"],
    ];
    const asked = await opened("b.xlsx", workbookOf({ ...sheets, codes: relapse }));
    expect(asked.endpoints[0]?.waits?.message).toContain("“1”");
  });

  it("for other endpoints all are asked about", async () => {
    const names = ["patient", "pfs_months", "pfs_status", "arm"];
    const codes = [
      ["pfs_status", 0, "censored"],
      [null, 1, "progression"],
      [null, 2, "death"],
    ];
    const asked = await opened("b.xlsx", workbookOf({ Patients: [names, ...three], codes }));
    expect(asked.endpoints[0]?.waits?.message).toMatch(/“1”.*“2”/);
  });
});
