import { expect, it } from "vitest";
import { calledFile } from "../board/calledFile";
import { boardFrom, tableFrom } from "../cohort/testing";
import { analyze } from "./analyze";

it("a file without a name is called otherwise, in the ledger of second files too", async () => {
  expect(["a.csv", "", "  ", null, undefined].map((file) => calledFile(file, "the second file"))).toEqual([
    "a.csv",
    ...Array.from({ length: 4 }, () => "the second file"),
  ]);
  const join = { id: "j", source: { file: "", rows: null, sha256: null }, key: "id", to: "id" };
  const { joins } = analyze(await tableFrom("id,x\n1,2\n"), boardFrom({ joins: [join] }));
  expect(joins.map(({ file, problems }) => [file, problems[0]?.message])).toEqual([
    ["the second file", "“the second file”, which is joined to this cohort, is not open."],
  ]);
});
