import { expect, it } from "vitest";
import { tableSummary } from "../tableSummary";
import { tableFrom } from "../testing";
import { recognize } from ".";

const file = (types: string) => {
  const head = [
    "#Patient\tMonths\tStatus\tCluster\tStage\tNodes",
    "#a\tb\tc\td\te\tf",
    `#${types}`,
    "#1\t1\t1\t1\t1\t1",
    "PATIENT_ID\tOS_MONTHS\tOS_STATUS\tCLUSTER\tSTAGE\tNODES",
  ];
  const rows = Array.from({ length: 24 }, (_, row) => {
    const cluster = row % 10 === 3 ? "4ER+" : String((row % 10) + 1);
    const status = row % 2 ? "0:LIVING" : "1:DECEASED";
    return [`P${row}`, row + 0.5, status, cluster, row % 4, row % 3 ? row % 5 : "many"].join("\t");
  });
  return `${[...head, ...rows].join("\n")}\n`;
};
const kinds = async (types: string) => {
  const found = recognize(tableSummary(await tableFrom(file(types))));
  const choices = found?.proposal.columns ?? [];
  return Object.fromEntries(choices.flatMap(({ name, kind }) => (kind ? [[name, kind]] : [])));
};

it("the declared types settle codes of few whole numbers, and numbers beside other texts", async () => {
  expect(await kinds("STRING\tNUMBER\tSTRING\tSTRING\tSTRING\tNUMBER")).toEqual({
    CLUSTER: "category",
    STAGE: "category",
    NODES: "number",
  });
});

it("where all is declared a number, or nothing is, codes stay what their cells say", async () => {
  expect(await kinds("a\tb\tc\td\te\tf")).toEqual({});
  expect(await kinds("STRING\tNUMBER\tSTRING\tNUMBER\tNUMBER\tSTRING")).toEqual({ CLUSTER: "number" });
});
