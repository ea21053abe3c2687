import { expect, it } from "vitest";
import { readTable } from "../readTable";
import { bytesSource } from "../source";

it("dates of two hands are said with the order of each", async () => {
  const text = "id,start\n1,13.01.2019\n2,05.02.2019\n3,04/25/2019\n4,02/03/2019\n";
  const made = await readTable(bytesSource("a.csv", new TextEncoder().encode(text)), {});
  if (!made.ok) throw new Error(made.problem.message);
  expect(made.value.notices.map(({ message }) => message)).toContain(
    "Dates in “start” are read with slashes as month/day/year, with points as day/month/year.",
  );
});

const hints = async (text: string) => {
  const made = await readTable(bytesSource("a.csv", new TextEncoder().encode(text)), {});
  if (!made.ok) throw new Error(made.problem.message);
  return made.value.questions.map(({ code, hint }) => [code, hint]);
};
const waits = "Until you say, the column is text.";

it("a question about the order of dates says what another column proves, unless two prove different orders", async () => {
  expect(await hints("id,start,end\n1,03/04/2019,13/06/2019\n2,04/05/2019,25/07/2019\n")).toEqual([
    ["date-order-open", `${waits} “end” can only be day/month/year.`],
  ]);
  expect(await hints("id,start,end,seen\n1,03/04/2019,13/06/2019,06/13/2019\n2,04/05/2019,25/07/2019,\n")).toEqual([
    ["date-order-open", waits],
  ]);
  expect(await hints("id,start\n1,03/04/2019\n2,04/05/2019\n")).toEqual([["date-order-open", waits]]);
});
