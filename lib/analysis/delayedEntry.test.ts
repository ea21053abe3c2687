import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Board } from "../board/board";
import type { Finding } from "../cohort/plausibility";
import { bytesSource } from "../table";
import { describeFile } from "./describeFile";

const folder = fileURLToPath(new URL("./intake/", import.meta.url));
const rows = readFileSync(`${folder}delayed_entry.csv`, "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split(","));
const byR = JSON.parse(readFileSync(`${folder}intakeByR.json`, "utf8")).delayed;

/** The patients with the times and events, and these other columns. */
async function opened(others: string[], board: Board | null = null) {
  const kept = ["patient", "os_months", "death", ...others].map((name) => rows[0]?.indexOf(name) ?? -1);
  const text = rows.map((cells) => kept.map((place) => cells[place]).join()).join("\n");
  const found = await describeFile(bytesSource("late.csv", new TextEncoder().encode(text)), board);
  if (!found.ok) throw new Error(found.problem.message);
  return found.value;
}

const suspected = ({ notices }: Awaited<ReturnType<typeof opened>>) =>
  notices.filter(({ code }) => code === "entry-suspected") as Finding[];

/** The board once the only offer is taken. */
async function withEntry(others: string[]): Promise<Board> {
  const before = await opened(others);
  const [finding, ...more] = suspected(before);
  const [remedy] = finding?.remedies ?? [];
  if (!remedy || !("endpoint" in remedy) || more.length > 0) throw new Error("one entry is offered");
  const { board } = before;
  return {
    ...board,
    endpoints: board.endpoints.map((endpoint) => ({ ...endpoint, ...remedy.change })),
    edits: { ...board.edits, derivedColumns: remedy.derived ? [remedy.derived] : [] },
  };
}

describe("patients who were sequenced long after their diagnosis", () => {
  it.each([
    ["days to it", ["days_to_sequencing"], byR.days],
    ["dates of both", ["date_of_diagnosis", "date_of_sequencing"], byR.dates],
    ["ages at both", ["age_at_diagnosis", "age_at_sequencing"], byR.ages],
  ])("by %s are offered as at risk from then on, with R’s median", async (_, others, expected) => {
    const board = await withEntry(others);
    const found = await opened(others, board);
    const { n, events, median } = found.endpoints[0]?.curve ?? {};
    expect({ n, events, median }).toEqual({ n: expected.n, events: expected.events, median: expected.median });
    expect(suspected(found)).toEqual([]);
    expect(found.line).toContain("at risk from");
  });

  it("are counted from time zero until that is said, and nothing is said without such a column", async () => {
    expect((await opened(["days_to_sequencing"])).endpoints[0]?.curve?.median).toBe(byR.ignored);
    for (const others of [[], ["date_of_sequencing"], ["age_at_sequencing"], ["date_of_diagnosis", "age_at_diagnosis"]])
      expect(suspected(await opened(others))).toEqual([]);
  });
});
