import { describe, expect, it } from "vitest";
import { boardSchema } from "../board/board";
import { newPanel } from "../board/panelForms/registry";
import { readingOptions } from "../board/readingOptions";
import { serialize } from "../figure/svg";
import type { ResponseResult } from "../panels/response/result";
import { shownKinds } from "../panels/shownKinds";
import { bytesSource } from "../table";
import { readHeavyTable } from "../table/readHeavyTable";
import { analyze } from "./analyze";
import { describeFile } from "./describeFile";

/** What a sheet gives that is dropped on the page: its panel of responses as proposed, and with what is `answered`. */
async function opened(lines: readonly string[], answered: object = {}) {
  const source = bytesSource("sheet.csv", new TextEncoder().encode(`${lines.join("\n")}\n`));
  const described = await describeFile(source);
  if (!described.ok) throw new Error(described.problem.message);
  const { board } = described.value;
  const panel = board.panels.find((each) => each.kind === "response");
  if (panel?.kind !== "response") return null;
  const table = await readHeavyTable(source, readingOptions(board));
  if (!table.ok) throw new Error(table.problem.message);
  const [view] = analyze(table.value, boardSchema.parse({ ...board, panels: [{ ...panel, ...answered }] })).panels;
  const result = view?.state === "ready" && view.result.kind === "response" ? view.result : null;
  return {
    read: [panel.response, panel.change?.column ?? null, panel.group],
    change: panel.change,
    waits: view && "problem" in view ? view.problem?.message : null,
    result,
    categories: result?.groups.map(({ categories }) => categories.join(" ")),
    changes: result?.each.map(({ change }) => change),
  };
}

/** Of a response the panel says nothing that its result does not. */
const methodsOf = (result: ResponseResult) => shownKinds.response.methods(result, newPanel("response", null));

describe("a sheet of changes without words of response", () => {
  const plain = [
    "Patient,Arm,Best % change",
    ..."1,A,-100 2,A,-45 3,B,-31 4,B,-12 5,A,0 6,B,8 7,A,21 8,B,64 9,A, 10,B,-30".split(" "),
  ];

  it("is a waterfall by arm; who was measured and whose tumor was smaller is counted, and no rate is", async () => {
    const found = await opened(plain);
    expect(found?.read).toEqual([null, "Best % change", { column: "Arm" }]);
    const { result } = found ?? {};
    if (!result) throw new Error("not ready");
    // By hand: of A −100, −45, 0, 21 and one blank; of B −31, −12, 8, 64, −30.
    expect(
      result.groups.map(({ label, n, measured, smaller, rates, categories }) => [
        label,
        n,
        measured,
        smaller,
        rates,
        categories,
      ]),
    ).toEqual([
      ["A", 5, 4, 2, [], []],
      ["B", 5, 5, 3, [], []],
    ]);
    expect([result.comparison, result.benefit, result.marked, result.guard]).toEqual([null, null, [], null]);
    const said = shownKinds.response;
    expect(said.results(result)).toBe(
      "Best change: 4 of 5 patients measured, tumor smaller than at baseline in 2, in A and 5 of 5 patients measured, tumor smaller than at baseline in 3, in B. No column says best response, so there are no rates of response.",
    );
    expect(said.headline(result)?.claim).toBe("The tumor was smaller than at baseline in 5 of 9 patients measured.");
    const words = JSON.stringify([
      methodsOf(result),
      said.numbers(result),
      said.statistics(result),
      said.sentence(result),
      said.steps(result),
    ]);
    expect(words).not.toMatch(/objective|evaluable|disease control|Stable|undefined|NaN\b/);
    // Bars of two kinds asked for are drawn without a word of lanes, which nobody can choose on a slide.
    const drawn = (show: "both" | "swimmer") =>
      serialize(
        said.figure(
          result,
          { ...newPanel("response", null).figure, show },
          { width: 900, height: 500, theme: "light", titleInside: true },
        ).tree,
      ).text;
    expect(drawn("both")).not.toContain("No lanes yet");
    expect(drawn("swimmer")).toContain("No lanes yet");
    expect(said.highlights(result).map(({ label, value }) => [label, value])).toEqual([
      ["A", "2 of 4"],
      ["B", "3 of 5"],
    ]);
    // Bars are colored by arm.
    expect(result.each.map(({ color }) => color)).toEqual([0, 0, 1, 1, 0, 1, 0, 1, 0, 1]);
  });

  it("may write percent signs, a real minus, and NE where nothing was measured", async () => {
    const found = await opened([
      "ID,Best % change in target lesions",
      ..."P1,−100% P2,−45% P3,+21% P4,NE P5, P6,−30% P7,5%".split(" "),
    ]);
    expect(found?.read).toEqual([null, "Best % change in target lesions", null]);
    expect(found?.changes).toEqual([-100, -45, 21, Number.NaN, Number.NaN, -30, 5]);
  });

  it("of fractions called shrinkage is asked twice: whether they are fractions, and what is above 0", async () => {
    const lines = ["Pt,Max tumor shrinkage from baseline", ..."1,-1 2,-0.45 3,0.21 4,-0.3 5,0.05 6,-0.12".split(" ")];
    const first = await opened(lines);
    expect(first?.waits).toMatch(/are they percent, or fractions of 1\?$/);
    const change = { column: "Max tumor shrinkage from baseline", scale: "fraction" };
    expect((await opened(lines, { change }))?.waits).toBe(
      "“Max tumor shrinkage from baseline” has 2 numbers above 0: are they growth, or shrinkage?",
    );
    expect((await opened(lines, { change: { ...change, positive: "growth" } }))?.changes).toEqual([
      -100, -45, 21, -30, 5, -12,
    ]);
  });

  it("whose reductions are above 0 is turned where that is said", async () => {
    const lines = [
      "Patient,Arm,Max reduction in target lesions (%)",
      ..."1,A,100 2,A,45 3,B,-22 4,B,10 5,B,0".split(" "),
    ];
    const found = await opened(lines);
    expect(found?.waits).toMatch(/^“Max reduction in target lesions \(%\)” has 3 numbers above 0/);
    const { result, changes } = (await opened(lines, { change: { ...found?.change, positive: "shrinkage" } })) ?? {};
    expect(changes).toEqual([-100, -45, 22, -10, 0]);
    expect(result && methodsOf(result)).toContainEqual({
      ...{ id: "bestChange", label: "Max reduction in target lesions (%)" },
      ...{ fractions: false, turned: true },
    });
  });

  it.each([
    ["weight", "Patient,Arm,Weight change from baseline (%)"],
    ["PSA", "Patient,Arm,Best PSA change (%)"],
    ["CA 125", "Patient,Arm,Best CA-125 change (%)"],
  ])("is none of a column of %s", async (_, header) => {
    expect(await opened([header, "1,A,-3", "2,A,-55", "3,B,22", "4,B,-10"])).toBeNull();
  });

  it("is none of sums of diameters by week", async () => {
    expect(await opened(["Patient,Baseline SLD (mm),Week 8 SLD (mm)", "1,100,80", "2,50,60", "3,30,0"])).toBeNull();
  });

  it("waits where nobody was measured", async () => {
    expect((await opened(plain, { change: { column: "Arm", scale: null, positive: null } }))?.waits).toBe(
      "None of 10 patients has a best change that can be read, and no column says best response.",
    );
  });
});

describe("a sheet of best responses as others write them", () => {
  it("in German, with decimal commas; “n.b.” is asked about", async () => {
    const lines = [
      "Pat.-Nr.;Therapie;Beste Änderung (%);Bestes Ansprechen",
      ..."1;A;-100,0;CR 2;A;-45,5;PR 3;B;21,0;PD 4;B;-12,5;SD 5;A;;n.b. 6;B;3,1;SD".split(" "),
    ];
    expect((await opened(lines))?.waits).toMatch(
      /^Best response “Bestes Ansprechen” has “n\.b\.” \(1\) without a meaning/,
    );
    const { categories, changes } = (await opened(lines, { words: [{ value: "n.b.", as: "NE" }] })) ?? {};
    expect(categories).toEqual(["1 1 0 0 1", "0 0 2 1 0"]);
    expect(changes).toEqual([-100, -45.5, 21, -12.5, Number.NaN, 3.1]);
  });

  it("with the change beside the word in one cell gives both; a remark is asked about", async () => {
    const lines = [
      "Patient,Best response",
      ..."1,CR (-100%)|2,PR (-45%)|3,SD (−12%)|4,PD (+32%)|5,SD +5%|6,PR (-31%)|7,NE|8,PD (new lesion)".split("|"),
    ];
    const found = await opened(lines);
    expect(found?.read).toEqual(["Best response", "Best response", null]);
    expect(found?.waits).toBe("Best response “Best response” has “PD (new lesion)” (1) without a meaning (1 patient).");
    const { categories, changes, result } =
      (await opened(lines, { words: [{ value: "PD (new lesion)", as: "PD" }] })) ?? {};
    expect(categories).toEqual(["1 2 2 2 1"]);
    expect(changes).toEqual([-100, -45, -12, 32, 5, -31, Number.NaN, Number.NaN]);
    expect(result?.notices.map(({ message }) => message)).toEqual([
      "1 cell of “Best response” cannot be read as a number (row 8); these patients are without a measurement.",
    ]);
  });

  it("of two readers counts one, and says whom the other reads otherwise", async () => {
    const found = await opened([
      "Patient,Arm,BOR (investigator),BOR (BICR),Best change % (BICR)",
      ..."1,A,PR,PR,-45 2,A,PR,SD,-22 3,B,SD,SD,-10 4,B,PD,PD,30 5,A,CR,PR,-80 6,B,SD,PD,12".split(" "),
    ]);
    expect(found?.categories).toEqual(["1 2 0 0 0", "0 0 2 1 0"]);
    expect(found?.result?.notices.map(({ message }) => message)).toContain(
      "Best response is that of “BOR (investigator)”; “BOR (BICR)” says another one for 3 patients (rows 2, 5 and 6).",
    );
  });

  it("with two rows of a patient waits for which counts", async () => {
    const lines = [
      "Patient ID,Arm,Best response,Best change",
      ..."1,A,PR,-45 1,A,SD,-10 2,A,SD,-5 3,B,PD,40 4,B,PD,33 4,B,PD,33 5,A,CR,-100 6,B,PR,-50".split(" "),
    ];
    expect((await opened(lines))?.waits).toBe("1 row repeats an earlier “Patient ID” with other values.");
  });

  it("in whole words, with N/A where nothing was measured", async () => {
    const found = await opened([
      "Subject,BOR per RECIST v1.1,Change in SLD (%)",
      ..."1,Partial Response,-45|2,Stable Disease,N/A|3,Progressive Disease,30|4,Complete Response (CR),-100|5,Not Evaluable,N/A|6,partial response,-33".split(
        "|",
      ),
    ]);
    expect([found?.categories, found?.result?.measured]).toEqual([["1 2 1 1 1"], 4]);
  });

  it("that says what was confirmed: confirmed responses are responses, others are asked about", async () => {
    const lines = [
      "Patient,Best response,Best change (%)",
      ..."1,PR (confirmed),-45|2,PR (unconfirmed),-40|3,cPR,-50|4,uPR,-33|5,cCR,-100|6,SD,-10|7,PD,22|8,PR*,-35".split(
        "|",
      ),
    ];
    expect((await opened(lines))?.waits).toBe(
      "Best response “Best response” has “PR (unconfirmed)” (1), “uPR” (1), “PR*” (1) without a meaning (3 patients).",
    );
    const words = [
      ["PR (unconfirmed)", "SD"],
      ["uPR", "SD"],
      ["PR*", "PR"],
    ].map(([value, as]) => ({ value, as }));
    expect((await opened(lines, { words }))?.categories).toEqual(["1 3 3 1 0"]);
  });

  it("whose responders all grew is asked what is above 0", async () => {
    const lines = [
      "Patient,Response,Best change of target lesions (%)",
      ..."1,CR,100 2,PR,45 3,PR,33 4,SD,10 5,SD,-5 6,PD,-40".split(" "),
    ];
    expect((await opened(lines))?.waits).toBe(
      "All 3 patients with a response and a number in “Best change of target lesions (%)” are above 0: is a number above 0 growth, or shrinkage?",
    );
    const change = { column: "Best change of target lesions (%)", scale: null, positive: "shrinkage" };
    expect((await opened(lines, { change }))?.changes).toEqual([-100, -45, -33, -10, 5, 40]);
  });

  it("beside weeks on treatment is not grouped by these", async () => {
    const found = await opened([
      "Pt #,Cohort,Weeks on treatment,Ongoing,Best response,% change from baseline",
      ..."1,1,12,N,SD,-8 2,1,40,Y,PR,-55 3,2,6,N,PD,25 4,2,60,Y,CR,-100 5,2,8,N,PD,".split(" "),
    ]);
    expect(found?.read).toEqual(["Best response", "% change from baseline", null]);
    expect(found?.categories).toEqual(["1 1 1 2 0"]);
  });
});
