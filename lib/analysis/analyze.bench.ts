import { bench, describe } from "vitest";
import { type Board, boardSchema } from "../board/board";
import { tableFrom } from "../cohort/testing";
import { seededRandom } from "../numeric/random";
import { analysis } from "./analyze";

const coding = [
  { value: "1", as: "event" },
  { value: "0", as: "censored" },
];

const boardWith = (min: number): Board =>
  boardSchema.parse({
    meierboard: 3,
    source: { file: null, rows: null, sha256: null },
    endpoints: [
      {
        id: "os",
        label: "OS",
        time: { from: "column", column: "months", unit: "months" },
        event: { column: "event", coding },
      },
    ],
    filters: [{ kind: "range", of: { column: "age" }, min, max: null }],
    panels: [{ id: "p", kind: "kaplanMeier", endpoint: "os", group: { column: "arm" } }],
  });

/** A cohort of n patients in four arms, as text: exponential times in whole months, or continuous. */
function cohortText(n: number, months: boolean): string {
  const random = seededRandom(n);
  const lines = ["arm,age,months,event"];
  for (let row = 0; row < n; row++) {
    const time = -20 * Math.log(1 - random());
    const arm = "ABCD"[Math.floor(4 * random())];
    lines.push(
      `${arm},${20 + Math.floor(60 * random())},${months ? Math.floor(time) : time.toFixed(6)},${random() < 0.6 ? 1 : 0}`,
    );
  }
  return lines.join("\n");
}

for (const n of [100, 10_000, 1_000_000]) {
  for (const months of [true, false]) {
    const table = await tableFrom(cohortText(n, months));
    describe(`${n} patients, four arms, ${months ? "whole months" : "continuous times"}`, () => {
      const answer = analysis(table);
      let min = 30;
      bench("first answer", () => void analysis(table)(boardWith(30)), {
        iterations: 3,
        warmupIterations: 1,
        time: 300,
      });
      bench("answer while a filter is dragged", () => void answer(boardWith(30 + (min++ % 20)), "p"), {
        iterations: 9,
        warmupIterations: 3,
        time: 300,
      });
      bench("answer to a changed filter", () => void answer(boardWith(30 + (min++ % 20))), {
        iterations: 5,
        warmupIterations: 2,
        time: 300,
      });
    });
  }
}
