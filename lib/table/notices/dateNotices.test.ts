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
