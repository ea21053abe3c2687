import { describe, expect, it } from "vitest";
import type { Filter } from "../board/board";
import { filterInWords } from "../cohort/filterWords";
import { boardFrom, tableFrom } from "../cohort/testing";
import { analyze } from "./analyze";

const column = (name: string) => ({ column: name });
const values = (...kept: string[]): Filter => ({ kind: "values", of: column("gene"), values: kept, missing: true });
const bars = ["mutated", "wild type"].map((value) => ({ value, label: value }));
const gene = (blank: number) => ({ kind: "values", label: "gene", bars, missing: { total: blank } }) as const;
const age = (blank: number) => ({ kind: "range", label: "age", date: false, missing: { total: blank } }) as const;

describe("a filter in words", () => {
  it("says that patients without a value are kept, where there are any", () => {
    expect(filterInWords(values("mutated"), gene(3))).toBe("Gene: mutated, or no value");
    expect(filterInWords({ kind: "range", of: column("age"), min: 60, max: null, missing: true }, age(1))).toBe(
      "Age ≥ 60, or no value",
    );
  });

  it("says nothing of them where there are none", () => {
    expect(filterInWords(values("mutated"), gene(0))).toBe("Gene: mutated");
    expect(filterInWords({ kind: "range", of: column("age"), min: 60, max: 70, missing: true }, age(0))).toBe(
      "Age 60 to 70",
    );
  });

  it("says that they are left out where they are", () => {
    expect(filterInWords({ ...values("mutated"), missing: false }, gene(3))).toBe("Gene: mutated, with a value");
    expect(filterInWords(values(), gene(3))).toBe("Gene: no value");
  });

  it("says of a file what the patients kept are: two mutated and the one not tested", async () => {
    const table = await tableFrom("id,gene,age\n1,mutated,50\n2,mutated,\n3,,70\n4,wild type,80\n5,wild type,81\n");
    const words = (filter: Filter) => {
      const { filtered, patients } = analyze(table, boardFrom({ filters: [filter] }));
      return [...filtered, patients.selected];
    };
    expect(words(values("mutated"))).toEqual(["Gene: mutated, or no value", 3]);
    expect(words({ ...values("mutated"), missing: false })).toEqual(["Gene: mutated, with a value", 2]);
    expect(words({ kind: "range", of: column("age"), min: 75, max: null, missing: true })).toEqual([
      "Age ≥ 75, or no value",
      3,
    ]);
  });
});
