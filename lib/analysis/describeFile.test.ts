import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Board } from "../board/board";
import { newPanel } from "../board/panelForms/registry";
import { readingOptions } from "../board/readingOptions";
import { quantile } from "../survival";
import { nodeSource } from "../table/nodeSource";
import { readHeavyTable } from "../table/readHeavyTable";
import { analyze } from "./analyze";
import { type Described, describeFile } from "./describeFile";

interface Curve {
  n: number;
  events: number;
  median: number | null;
}

/** What the manifest wants of one endpoint of a file. */
interface Wanted {
  time: string;
  event: string;
  event_values: string[];
  censor_values: string[];
  rows_used: number;
  excluded: Record<string, number>;
  events: number;
  censored: number;
  median: number | null;
  group?: string;
  by_group?: Record<string, Curve>;
  spec?: { filter?: { PARAMCD: string }; group_normalise?: string };
}

interface CorpusFile {
  file: string;
  stored: boolean;
  expect: {
    outcome: string;
    error?: { kind: string };
    km?: Wanted;
    km_more?: Wanted[];
    warnings?: { code: string; count?: number }[];
    derived?: { from: string; to: string; n: number; sum: number };
  };
}

const folder = fileURLToPath(new URL("../table/corpus/", import.meta.url));
const manifest = JSON.parse(readFileSync(`${folder}manifest.json`, "utf8")) as { files: CorpusFile[] };
const stored = manifest.files.filter((file) => file.stored);

async function described(file: string, board: Board | null = null) {
  const source = await nodeSource(`${folder}${file}`);
  const found = await describeFile(source, board);
  await source.close();
  return found;
}

async function opened(file: string): Promise<Described> {
  const found = await described(file);
  if (!found.ok) throw new Error(found.problem.message);
  return found.value;
}

/** The endpoint that reads the columns which the manifest names, spread by parameter where it says so. */
function endpointFor({ endpoints }: Described, { time, spec }: Wanted) {
  const name = spec?.filter ? `${time} (${spec.filter.PARAMCD})` : time;
  return endpoints.find(({ endpoint }) => {
    const from = endpoint.time;
    return from.from === "column"
      ? from.column === name
      : from.from === "outcome" && `${from.event} | ${from.otherwise}` === name;
  });
}

/** The curves of an endpoint by any column, as R prints their medians. */
async function curvesBy(file: string, board: Board, endpoint: string, column: string): Promise<Record<string, Curve>> {
  const source = await nodeSource(`${folder}${file}`);
  const table = await readHeavyTable(source, readingOptions(board));
  await source.close();
  if (!table.ok) throw new Error(table.problem.message);
  const said = board.endpoints.map((each) => ({ ...each, time: { ...each.time, unit: each.time.unit ?? "days" } }));
  const panel = { ...newPanel("kaplanMeier", endpoint), group: { column } } as Board["panels"][number];
  const [view] = analyze(table.value, { ...board, endpoints: said, filters: [], panels: [panel] } as Board).panels;
  if (view.state !== "ready" || view.result.kind !== "kaplanMeier") throw new Error(`${file} has no curves`);
  return Object.fromEntries(
    view.result.groups.map(({ level, curve }) => {
      const median = quantile(curve, 0.5);
      return [level, { n: curve.n, events: curve.events, median: median.kind === "reached" ? median.time : null }];
    }),
  );
}

function expectMedian(found: number | null, wanted: number | null, what: string): void {
  if (wanted === null || found === null) expect(found, what).toBe(wanted);
  else expect(found, what).toBeCloseTo(wanted, 9);
}

/** Counts of the manifest that count something else than we do: there, columns; here, cells. */
const otherCounts = new Set(["s33_cbioportal_patient.txt missing-tokens", "s43_arm_label_variants.csv label-variants"]);

const readable = stored.filter(
  ({ file, expect: { outcome } }) => outcome !== "error" || file === "s23_unbalanced_quote.csv",
);

describe.each(readable)("$file", ({ file, expect: wanted }) => {
  const curves = [...(wanted.km ? [wanted.km] : []), ...(wanted.km_more ?? [])];

  it("proposes the endpoints of the manifest, with its coding, ledger, counts and medians", async () => {
    const found = await opened(file);
    for (const km of curves) {
      const endpoint = endpointFor(found, km);
      if (!endpoint) throw new Error(`${file} has no endpoint of ${km.time}`);
      const coding = endpoint.endpoint.event?.coding ?? [];
      const valuesAs = (outcome: string) => coding.filter(({ as }) => as === outcome).map(({ value }) => value);
      expect(valuesAs("event").sort()).toEqual([...km.event_values].sort());
      const present = new Set(endpoint.values?.lines.map(({ value }) => value));
      expect(valuesAs("censored").sort()).toEqual(km.censor_values.filter((value) => present.has(value)).sort());
      const leftOut = Object.fromEntries(endpoint.ledger?.leftOut.map(({ reason, count }) => [reason, count]) ?? []);
      expect(leftOut).toEqual(km.excluded);
      expect([endpoint.used, endpoint.events, endpoint.censored]).toEqual([km.rows_used, km.events, km.censored]);
      expectMedian(endpoint.curve?.median ?? null, km.median, `${file} median`);
    }
  });

  it("gives the curves of the manifest by its groups", async () => {
    const found = await opened(file);
    for (const km of curves) {
      if (!km.group || !km.by_group || km.spec?.group_normalise) continue;
      const id = endpointFor(found, km)?.endpoint.id as string;
      const groups = await curvesBy(file, found.board, id, km.group);
      expect(Object.keys(groups).sort()).toEqual(Object.keys(km.by_group).sort());
      for (const [level, { n, events, median }] of Object.entries(km.by_group)) {
        expect([groups[level].n, groups[level].events], level).toEqual([n, events]);
        expectMedian(groups[level].median, median, level);
      }
    }
  });

  it("accounts for every row: merged, left out and used add up, and so do events, competing events and censored", async () => {
    const { rows, endpoints, columns } = await opened(file);
    for (const column of columns) expect(column.valid + column.missing + column.unparsed).toBe(rows);
    for (const { ledger, used, events, censored, competingEvents } of endpoints) {
      if (!ledger) continue;
      const leftOut = ledger.leftOut.reduce((sum, { count }) => sum + count, 0);
      expect(ledger.merged.count + leftOut + ledger.used).toBe(rows);
      expect((events ?? 0) + (censored ?? 0) + (competingEvents ?? 0)).toBe(used);
    }
  });

  it("says everything that the manifest wants said, with its counts", async () => {
    const { notices, questions } = await opened(file);
    for (const { code, count } of wanted.warnings ?? []) {
      const said = [...notices, ...questions].filter((notice) => notice.code === code);
      expect(said, code).not.toEqual([]);
      const total = said.reduce((sum, notice) => sum + (notice.count ?? 0), 0);
      if (count !== undefined && !otherCounts.has(`${file} ${code}`))
        expect([total, ...said.map((notice) => notice.count)], code).toContain(count);
    }
  });
});

describe("files that are no table", () => {
  it.each(stored.filter((file) => !readable.includes(file)))("$file is refused with one sentence", async ({ file }) => {
    const found = await described(file);
    expect(found.ok).toBe(false);
    if (!found.ok) expect(found.problem.message).toMatch(/\S/);
  });
});

describe("dates", () => {
  it.each([
    ["s26_dates_iso_dst.csv", 13, 1955],
    ["s27_dates_us.csv", 20, 9341],
    ["s28_dates_two_digit_year.csv", 8, 4746],
  ])("%s becomes overall survival with the days of the manifest", async (file, n, days) => {
    const found = await opened(file);
    const board = {
      ...found.board,
      endpoints: found.board.endpoints.map((endpoint) => ({ ...endpoint, time: { ...endpoint.time, unit: "days" } })),
    } as Board;
    const again = await described(file, board);
    if (!again.ok) throw new Error(again.problem.message);
    const [os] = again.value.endpoints;
    expect([os.endpoint.label, os.used]).toEqual(["Overall survival", n]);
    expect(os.followUp).toBe(days);
  });
});
