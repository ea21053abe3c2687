import { describe, expect, it } from "vitest";
import { atOnce } from "../steps";
import { patientsOf } from "./patients";
import { duplicateRows } from "./plausibility/duplicateRows";
import { rowLabels } from "./rowLabels";
import { boardFrom, tableFrom } from "./testing";

const lines = (header: string, labels: (string | number)[]) =>
  `${header},patient,age,arm\n${labels.map((label, row) => `${label},P${Math.floor(row / 2)},6${Math.floor(row / 2)},A`).join("\n")}\n`;
const read = (header: string, labels: (string | number)[]) => tableFrom(lines(header, labels));
const board = boardFrom({ patientId: "patient" });

describe("a column that numbers the rows", () => {
  it.each(["", "X", "Unnamed: 0", "row.names", "...1"])("is the first, called “%s”", async (header) => {
    const table = await read(header, [1, 2, 4, 9]);
    expect(rowLabels(table)?.name).toBe(table.columns[0]?.name);
  });

  it("is none by another name, or with numbers that do not rise one by one row", async () => {
    expect(rowLabels(await read("visit", [1, 2, 3, 4]))).toBeNull();
    expect(rowLabels(await read("", [1, 2, 1, 2]))).toBeNull();
    expect(rowLabels(await read("", [1, 2.5, 3, 4]))).toBeNull();
    expect(rowLabels(await read("", [1, "", 3, 4]))).toBeNull();
  });

  it("is set aside where the rows of a patient are compared, and this is said", async () => {
    const found = patientsOf(await read("", [1, 2, 3, 4]), board);
    expect([found.count, found.blocked]).toEqual([2, null]);
    expect(found.notices[0]?.message).toContain("They are alike but for “Column 1”, which numbers the rows.");
    expect(patientsOf(await read("visit", [1, 2, 3, 4]), board).blocked?.code).toBe("id-several-rows");
  });

  it("is set aside where rows are looked for that repeat another", async () => {
    const duplicates = async (header: string) => {
      const table = await read(header, [1, 2, 3, 4]);
      const found = duplicateRows({
        table,
        patients: patientsOf(table, boardFrom({})),
        board: boardFrom({}),
        today: null,
      });
      return Array.isArray(found) ? found : atOnce(found);
    };
    expect((await duplicates(""))[0]?.message).toBe(
      "2 rows repeat another in every column but “Column 1”, which numbers the rows (rows 1, 2, 3 and 1 more).",
    );
    expect(await duplicates("visit")).toEqual([]);
  });
});
