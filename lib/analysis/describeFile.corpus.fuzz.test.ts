import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readBoard, writeBoard } from "../board/boardFile";
import { bytesSource } from "../table";
import { describeFile } from "./describeFile";

const folder = fileURLToPath(new URL("../cohort/corpus2/", import.meta.url));
const files = readdirSync(folder)
  .filter((name) => /\.(csv|tsv|psv|txt)$/.test(name))
  .map((name) => ({ name, text: readFileSync(folder + name, "latin1") }));

/** Lehmer's generator with the constants of Park and Miller (1988): the same files in every run. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (48_271 * state) % 2_147_483_647;
    return state % below;
  };
}

const cells = ["", "2", "-1", "Unknown", "1:DECEASED", "2020-02-30", "31/12/2020", "0012", "x", "TRUE", "NA", "99"];

/**
 * The file with some cells, rows or headers changed, repeated or gone: still a cohort file, no longer the one it was.
 */
function mutated(text: string, random: (below: number) => number): string {
  const lines = text.split("\n");
  for (let change = 0; change < 1 + random(6); change++) {
    const at = random(lines.length);
    const parts = lines[at].split(/(?<=[\t,;|])/);
    const kind = random(5);
    if (kind === 0) lines.splice(at, 1);
    else if (kind === 1) lines.splice(at, 0, lines[random(lines.length)]);
    else if (kind === 2) lines[at] = parts.slice(0, -1).join("");
    else {
      const place = random(parts.length);
      parts[place] = cells[random(cells.length)] + (/[\t,;|]$/.exec(parts[place])?.[0] ?? "");
      lines[at] = parts.join("");
    }
  }
  return lines.join("\n");
}

it.each([
  ["an event value of 3,000 characters", "months,dead,arm\n", ["1", "x".repeat(3000), "A"]],
  ["a column's name of 30,000 characters", `months,dead,${"arm ".repeat(7500)}\n`, ["1", "1", "A"]],
  ["a level of 30,000 characters", "months,dead,arm\n", ["1", "1", "A".repeat(30_000)]],
])("describes a file with %s as it is", async (_, header, strange) => {
  const rows = Array.from({ length: 12 }, (_, i) =>
    [String(i + 1), i % 2 ? "dead" : "alive", i % 3 ? "A" : "B"].join(),
  );
  const text = `${header}${rows.join("\n")}\n${strange.join()}\n`;
  const found = await describeFile(bytesSource(`${"long".repeat(400)}.csv`, new TextEncoder().encode(text)));
  expect(found.ok && readBoard(writeBoard(found.value.board))).toMatchObject({ ok: true });
  expect(found.ok && found.value.board.source.file).toHaveLength(1604);
});

it("accounts for every row of 200 damaged cohort files, whatever they are taken for", async () => {
  const random = generator(20_261_124);
  for (let run = 0; run < 200; run++) {
    const { name, text } = files[random(files.length)];
    const changed = mutated(text, random);
    const found = await describeFile(
      bytesSource(
        name,
        Uint8Array.from(changed, (letter) => letter.charCodeAt(0)),
      ),
    );
    if (!found.ok) continue;
    const { rows, endpoints } = found.value;
    for (const { ledger, used, events, censored, competingEvents } of endpoints) {
      if (!ledger) continue;
      const leftOut = ledger.leftOut.reduce((sum, { count }) => sum + count, 0);
      expect(ledger.merged.count + leftOut + ledger.used, `run ${run}, ${name}`).toBe(rows);
      expect((events ?? 0) + (censored ?? 0) + (competingEvents ?? 0), `run ${run}, ${name}`).toBe(used);
    }
  }
}, 120_000);
