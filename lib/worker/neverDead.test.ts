import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { boardFrom } from "../cohort/testing";
import { type Client, createClient } from "./client";
import { Bench, withClock } from "./testing";

const file = (name: string, rows: number) =>
  new File(
    [`id,arm,months,event\n${Array.from({ length: rows }, (_, row) => `${row},A,${row + 1},1\n`).join("")}`],
    name,
  );

const board = (label = "Arm") =>
  boardFrom({
    columns: [{ name: "arm", label }],
    endpoints: [
      {
        id: "os",
        label: "OS",
        time: { from: "column", column: "months", unit: "months" },
        event: { column: "event", coding: [{ value: "1", as: "event" }] },
      },
    ],
    panels: [{ id: "p", kind: "kaplanMeier", endpoint: "os", group: null }],
  });

const open = (client: Client, name: string, rows: number) => client.open(file(name, rows), board(), () => {});

/** What a user can do, and how many rows are open afterwards; null where that is left as it was. */
const actions: Record<string, { rows: number | null; act: (client: Client) => unknown }> = {
  "a file is opened": { rows: 5, act: (client) => open(client, "other.csv", 5) },
  "a second file is opened": {
    rows: null,
    act: (client) => client.openSecond(file("more.csv", 2), "j", board(), () => {}),
  },
  "two files are dropped quickly": {
    rows: 7,
    act: (client) => Promise.all([open(client, "one.csv", 5), open(client, "two.csv", 7)]),
  },
  "a board is requested": { rows: null, act: (client) => client.request(board()) },
  "a snapshot is asked for": { rows: null, act: (client) => client.ask(board()) },
  "rows are asked for": {
    rows: null,
    act: (client) => client.rowsBehind({ of: "rows", rows: [1], columns: [] }, { from: 0, to: 1, width: 4 }),
  },
  "a column is looked at": { rows: null, act: (client) => client.column("arm") },
  "settings are saved": { rows: null, act: (client) => client.savable(board()) },
  "the fingerprint is asked for": { rows: null, act: (client) => client.hash() },
  "the reading is cancelled": { rows: null, act: (client) => client.cancel() },
  "the calculation is stopped": { rows: null, act: (client) => client.stop() },
};

/** Brings a client into a state; what it returns goes on with what was held. */
type Moment = (client: Client, bench: Bench) => Promise<() => unknown>;

const heldAt =
  (method: "analyze" | "inspect" | "hash"): Moment =>
  async (client, bench) => {
    const held = bench.hold(method);
    if (method === "hash") client.hash().catch(() => {});
    else client.request(board("Treatment"));
    await held.reached;
    return held.release;
  };

const ended =
  (how: "crash" | "silence", method?: "analyze" | "inspect"): Moment =>
  async (client, bench) => {
    if (method) await heldAt(method)(client, bench);
    bench.latest[how]();
    return () => {};
  };

const moments: Record<string, Moment> = {
  "nothing is under way": async () => () => {},
  "an analysis is under way": heldAt("analyze"),
  "an inspection is under way": heldAt("inspect"),
  "a fingerprint is taken": heldAt("hash"),
  "another file is read": async (client, bench) => {
    const held = bench.hold("read");
    const opening = open(client, "slow.csv", 9);
    await held.reached;
    return () => {
      held.release();
      return opening;
    };
  },
  "the worker has crashed": ended("crash"),
  "the worker has crashed in an analysis": ended("crash", "analyze"),
  "the worker is silent": ended("silence"),
  "the worker is silent in an analysis": ended("silence", "analyze"),
  "the worker is silent in an inspection": ended("silence", "inspect"),
};

describe("the page never goes dead", () => {
  let bench: Bench;

  beforeEach(() => {
    bench = new Bench();
    withClock();
  });

  afterEach(() => bench.end());

  for (const [moment, bring] of Object.entries(moments))
    for (const [action, { rows, act }] of Object.entries(actions))
      it(`when ${action} while ${moment}: it settles, and the next request is answered about the right file`, async () => {
        const client = createClient({ analysis: "", reader: async () => "", today: () => 20_000 });
        await open(client, "cohort.csv", 3);
        client.request(board());
        await until(bench, () => client.getState().inspection !== null);
        const goOn = await bring(client, bench);
        let settled = false;
        Promise.resolve(act(client)).then(
          () => {
            settled = true;
          },
          () => {
            settled = true;
          },
        );
        await bench.pass(2);
        await goOn();
        await until(bench, () => settled);
        // A file that was being read when nothing overtook it is the one that is open now.
        const slow = moment === "another file is read" && rows === null && !/second|cancelled/.test(action);
        client.request(board());
        const expected = rows ?? (slow ? 9 : 3);
        await until(bench, () => {
          const { answer, problem } = client.getState();
          return answer?.summary.rows === expected && problem === null;
        });
        expect(client.getState().answer?.snapshot.patients.total).toBe(expected);
      });
});

/** Lets time pass until it is so; a minute and a half is longer than anything may be silent. */
async function until(bench: Bench, so: () => boolean): Promise<void> {
  for (let second = 0; second < 90 && !so(); second++) {
    await bench.pass(1);
    for (let turn = 0; turn < 20 && !so(); turn++) await new Promise((resolve) => setImmediate(resolve));
  }
  expect(so()).toBe(true);
}
