import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { nodeSource } from "../table/nodeSource";
import { type Described, describeFile } from "./describeFile";

interface Curve {
  n: number;
  events: number;
  median: number | null;
}
interface Computed extends Curve {
  label: string;
  used: number;
  leftOut: Record<string, number>;
  competing: number;
  censored: number;
  byGroup?: Record<string, Curve>;
}
/** An endpoint that must wait for an answer; `decided`: values whose meaning is proposed all the same. */
interface Asked {
  label: string;
  asks: string;
  decided?: string[];
}
interface Expected {
  layout: string;
  rows: number;
  endpoints: (Computed | Asked)[];
  merged?: number;
}

const folder = fileURLToPath(new URL("../cohort/corpus2/", import.meta.url));
const { files } = JSON.parse(readFileSync(`${folder}expected.json`, "utf8")) as { files: Record<string, Expected> };

async function opened(file: string): Promise<Described> {
  const source = await nodeSource(`${folder}${file}`);
  const found = await describeFile(source);
  await source.close();
  if (!found.ok) throw new Error(found.problem.message);
  return found.value;
}

function expectMedian(found: number | null | undefined, wanted: number | null, what: string): void {
  if (wanted === null) expect(found, what).toBeNull();
  else expect(found, what).toBeCloseTo(wanted, 9);
}

describe.each(Object.entries(files))("%s", (file, wanted) => {
  it("is recognized and proposed as what it was written from, with the counts and medians of R", async () => {
    const found = await opened(file);
    expect([found.layout?.id, found.rows]).toEqual([wanted.layout, wanted.rows]);
    expect(found.endpoints.map(({ endpoint }) => endpoint.label)).toEqual(wanted.endpoints.map(({ label }) => label));
    for (const [index, endpoint] of wanted.endpoints.entries()) {
      const ours = found.endpoints[index];
      if ("asks" in endpoint) {
        expect(ours.waits?.code).toBe(endpoint.asks);
        if (endpoint.decided)
          expect(ours.endpoint.event?.coding.map(({ value }) => value).sort()).toEqual(endpoint.decided);
        continue;
      }
      const leftOut = Object.fromEntries(ours.ledger?.leftOut.map(({ reason, count }) => [reason, count]) ?? []);
      expect(leftOut).toEqual(endpoint.leftOut);
      expect(ours).toMatchObject({
        used: endpoint.used,
        events: endpoint.events,
        competingEvents: endpoint.competing,
        censored: endpoint.censored,
      });
      expectMedian(ours.curve?.median, endpoint.median, endpoint.label);
      if (!endpoint.byGroup) continue;
      expect(ours.byGroup.map(({ group }) => group).sort()).toEqual(Object.keys(endpoint.byGroup).sort());
      for (const { group, n, events, median: found } of ours.byGroup) {
        const { median, ...counts } = endpoint.byGroup[group as string];
        expect({ n, events }).toEqual(counts);
        expectMedian(found, median, `${endpoint.label} ${group}`);
      }
    }
  });

  it("accounts for every row", async () => {
    const { rows, endpoints, patients } = await opened(file);
    expect(patients.merged).toBe(wanted.merged ?? 0);
    for (const { ledger } of endpoints) {
      const leftOut = ledger?.leftOut.reduce((sum, { count }) => sum + count, 0) ?? Number.NaN;
      expect((ledger?.merged.count ?? 0) + leftOut + (ledger?.used ?? 0)).toBe(rows);
    }
  });
});
