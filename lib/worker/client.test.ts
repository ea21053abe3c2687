import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { boardFrom } from "../cohort/testing";
import { createClient } from "./client";
import { Bench, withClock } from "./testing";

const cohort = "id,arm,months,event\n1,A,3,1\n2,B,5,0\n3,A,8,1\n";
const file = (text: string, name = "cohort.csv") => new File([text], name);

const coding = [
  { value: "1", as: "event" },
  { value: "0", as: "censored" },
];
const board = (min: number | null = null) =>
  boardFrom({
    endpoints: [
      {
        id: "os",
        label: "OS",
        time: { from: "column", column: "months", unit: "months" },
        event: { column: "event", coding },
      },
    ],
    filters: [{ kind: "range", of: { column: "months" }, min, max: null }],
    panels: [{ id: "p", kind: "kaplanMeier", endpoint: "os", group: null }],
  });

let bench: Bench;

beforeEach(() => {
  bench = new Bench();
});

afterEach(() => bench.end());

const newClient = () => createClient({ analysis: "", reader: async () => "", today: () => 20_000 });

function answered(
  client: ReturnType<typeof newClient>,
  until: (state: ReturnType<typeof client.getState>) => boolean,
): Promise<ReturnType<typeof client.getState>> {
  return new Promise((resolve) => {
    const look = () => until(client.getState()) && resolve(client.getState());
    client.subscribe(look);
    look();
  });
}

describe("the worker's client", () => {
  it("answers a board with the snapshot of the file it opened", async () => {
    const client = newClient();
    await client.open(file(cohort), board(), () => {});
    client.request(board(5));
    const { answer } = await answered(client, (state) => state.answer !== null);
    expect(answer?.snapshot.patients).toMatchObject({ total: 3, selected: 2 });
    expect(answer?.board).toEqual(board(5));
  });

  it("answers the latest of several requests, and not those in between", async () => {
    const client = newClient();
    await client.open(file(cohort), board(), () => {});
    const seen = new Set<number | null>();
    client.subscribe(() => {
      const filter = client.getState().answer?.board.filters[0];
      if (filter?.kind === "range") seen.add(filter.min);
    });
    for (const min of [1, 2, 3, 8]) client.request(board(min));
    await answered(client, ({ answer }) => answer?.snapshot.patients.selected === 1);
    expect([...seen]).toEqual([1, 8]);
  });

  it("turns a crash into a sentence, keeps the last answer, and goes on with the next request", async () => {
    const client = newClient();
    await client.open(file(cohort), board(), () => {});
    client.request(board());
    const before = (await answered(client, ({ answer }) => answer !== null)).answer;
    const held = bench.hold("analyze");
    client.request(board(5));
    await held.reached;
    bench.latest.crash();
    const failed = await answered(client, ({ problem }) => problem !== null);
    expect(failed.problem?.message).toBe("The calculation stopped unexpectedly. The last result is still shown.");
    expect(failed.answer).toBe(before);
    client.request(board(5));
    const after = await answered(client, ({ answer, problem }) => answer !== before && problem === null);
    expect(after.answer?.snapshot.patients.selected).toBe(2);
    expect(bench.workers).toHaveLength(2);
  });

  it("promises no last result where there is none", async () => {
    bench.break("analyze");
    const client = newClient();
    await client.open(file(cohort), board(), () => {});
    client.request(board());
    const { problem } = await answered(client, (state) => state.problem !== null);
    expect(problem?.message).toBe("The calculation stopped unexpectedly. There is no result yet.");
  });

  it("turns an error of the calculation into the same sentence", async () => {
    const client = newClient();
    await client.open(file(cohort), board(), () => {});
    client.request(board());
    await answered(client, ({ inspection }) => inspection !== null);
    bench.break("analyze");
    client.request(board(5));
    const { problem } = await answered(client, (state) => state.problem !== null);
    expect(problem?.message).toBe("The calculation stopped unexpectedly. The last result is still shown.");
  });

  it("says so when a calculation gives no sign of life for longer than the cohort's size explains", async () => {
    withClock();
    const client = newClient();
    await client.open(file(cohort), board(), () => {});
    client.request(board());
    await answered(client, ({ inspection }) => inspection !== null);
    const held = bench.hold("analyze");
    client.request(board(5));
    await held.reached;
    await bench.pass(15);
    expect(client.getState().problem).toBeNull();
    await bench.pass(10);
    expect(client.getState().problem?.message).toContain("gave no sign of life and was ended");
    client.request(board(5));
    const { answer } = await answered(client, ({ problem }) => problem === null);
    expect(answer?.board).toEqual(board(5));
  });

  it("answers the next request in a new worker, and says nothing, when one ended while it had nothing to do", async () => {
    withClock();
    for (const end of ["crash", "silence"] as const) {
      const client = newClient();
      await client.open(file(cohort), board(), () => {});
      client.request(board());
      await answered(client, ({ inspection }) => inspection !== null);
      const before = bench.workers.length;
      bench.latest[end]();
      await bench.pass(3);
      client.request(board(5));
      await bench.pass(3);
      const { problem } = await answered(client, ({ answer }) => answer?.snapshot.patients.selected === 2);
      expect([problem, bench.workers.length]).toEqual([null, before + 1]);
    }
  });

  it("ends a calculation when asked to, and says so", async () => {
    const client = newClient();
    await client.open(file(cohort), board(), () => {});
    client.request(board());
    await answered(client, ({ inspection }) => inspection !== null);
    const held = bench.hold("analyze");
    client.request(board(5));
    await held.reached;
    client.stop();
    const { problem } = await answered(client, (state) => state.problem !== null);
    expect(problem?.message).toBe("You stopped the calculation. The last result is still shown.");
  });

  it("lets a request go before the inspection under way, and finishes the inspection afterwards", async () => {
    const client = newClient();
    await client.open(file(cohort), board(), () => {});
    const held = bench.hold("inspect");
    client.request(board());
    await held.reached;
    client.request(board(5));
    const { inspection } = await answered(client, ({ answer }) => answer?.snapshot.patients.selected === 2);
    expect(inspection).toBeNull();
    held.release();
    expect((await answered(client, (state) => state.inspection !== null)).problem).toBeNull();
  });

  it("says that the data were not checked when the inspection fails, and checks them with the next answer", async () => {
    const client = newClient();
    await client.open(file(cohort), board(), () => {});
    const mend = bench.break("inspect");
    client.request(board());
    const { problem, answer } = await answered(client, (state) => state.problem !== null);
    expect([problem?.code, answer !== null]).toEqual(["inspection-failed", true]);
    mend();
    client.request(board(5));
    expect((await answered(client, ({ inspection }) => inspection !== null)).problem).toBeNull();
  });

  it("asks for a snapshot beside the one on the screen, whose summary stays that of its own table", async () => {
    const client = newClient();
    await client.open(file(cohort), board(), () => {});
    const merged = { ...board(), edits: { ...board().edits, derivedColumns: [] }, patientId: "id" };
    client.request(board());
    await answered(client, ({ answer }) => answer !== null);
    await client.ask({
      ...merged,
      edits: { ...merged.edits, mergedLevels: [{ column: "arm", from: ["A", "B"], to: "C" }] },
    });
    client.request(board(5));
    const { answer } = await answered(client, (state) => state.answer?.snapshot.patients.selected === 2);
    expect(answer?.summary.columns[1].levels?.map(({ value }) => value)).toEqual(["A", "B"]);
  });

  it("opens the later of two files given quickly, and says null of the earlier", async () => {
    const client = newClient();
    const held = bench.hold("read");
    const first = client.open(file(cohort, "first.csv"), board(), () => {});
    await held.reached;
    const second = client.open(file(`${cohort}4,B,2,0\n`, "second.csv"), board(), () => {});
    expect(await first).toBeNull();
    expect((await second)?.ok).toBe(true);
    held.release();
    client.request(board());
    expect((await answered(client, ({ answer }) => answer !== null)).answer?.summary.rows).toBe(4);
  });

  it("rejects with the end of the worker when that comes while a file is read, and keeps the cohort before", async () => {
    const client = newClient();
    await client.open(file(cohort), board(), () => {});
    const held = bench.hold("read");
    const opening = client.open(file(`${cohort}4,B,2,0\n`), board(), () => {});
    await held.reached;
    bench.latest.crash();
    await expect(opening).rejects.toMatchObject({ reason: "crashed" });
    client.request(board());
    expect((await answered(client, ({ answer }) => answer !== null)).answer?.summary.rows).toBe(3);
  });

  it("hears no progress of a reading that has ended", async () => {
    const client = newClient();
    const heard: number[] = [];
    await client.open(file(cohort), board(), ({ bytes }) => heard.push(bytes));
    const before = heard.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard.length).toBe(before);
  });

  it("keeps the table before when a file cannot be read, or its reading is cancelled", async () => {
    const client = newClient();
    await client.open(file(cohort), board(), () => {});
    const refused = await client.open(file("", "empty.csv"), board(), () => {});
    expect(refused?.ok).toBe(false);
    const long = `id,months\n${"1,2\n".repeat(3_000_000)}`;
    const cancelled = client.open(file(long, "long.csv"), board(), () => client.cancel());
    expect(await cancelled).toBeNull();
    client.request(board());
    const { answer } = await answered(client, (state) => state.answer !== null);
    expect(answer?.summary.rows).toBe(3);
  });

  it("joins a second file, tells the table that comes of it, and keeps both through a crash", async () => {
    const client = newClient();
    await client.open(file(cohort), board(), () => {});
    const source = { file: "genes.csv", rows: null, sha256: null };
    const take = [{ rule: "any", name: "TP53", column: "gene", values: ["TP53"] }];
    const joined = boardFrom({ ...board(), joins: [{ id: "j", source, key: "id", to: "id", take }] });
    client.request(joined);
    const before = await answered(client, ({ answer }) => answer !== null);
    expect(before.answer?.snapshot.problems[0].code).toBe("join-file-absent");
    await client.openSecond(file("id,gene\n1,TP53\n2,RB1\n", "genes.csv"), "j", joined, () => {});
    for (const crash of [false, true]) {
      if (crash) bench.latest.crash();
      client.request(joined);
      const { answer, seconds } = await answered(client, (state) => state.answer?.snapshot.joins[0].counts != null);
      expect(answer?.summary.columns.map(({ name }) => name)).toEqual(["id", "arm", "months", "event", "TP53"]);
      expect(seconds.get("j")?.rows).toBe(2);
    }
  });

  it("keeps second files for another first file whose board has their joins", async () => {
    const client = newClient();
    const source = { file: "genes.csv", rows: null, sha256: null };
    const joined = boardFrom({ ...board(), joins: [{ id: "j", source, key: "id", to: "id" }] });
    await client.open(file(cohort), joined, () => {});
    await client.openSecond(file("id,gene\n1,TP53\n", "genes.csv"), "j", joined, () => {});
    await client.open(file(`${cohort}4,B,2,0\n`), joined, () => {});
    client.request(joined);
    const { answer } = await answered(client, (state) => state.answer !== null);
    expect(answer?.snapshot.joins[0].counts).toMatchObject({ patients: 4, matchedPatients: 1 });
    await client.open(file(cohort), board(), () => {});
    expect(client.getState().seconds.size).toBe(0);
  });

  it("says why a file cannot be read as asked, and keeps the last answer", async () => {
    const client = newClient();
    await client.open(file(cohort), board(), () => {});
    client.request(board());
    const before = (await answered(client, ({ answer }) => answer !== null)).answer;
    client.request({ ...board(), source: { ...board().source, reading: { header: 99 } } });
    const { problem, answer } = await answered(client, (state) => state.problem !== null);
    expect(problem?.code).not.toBe("worker-failed");
    expect([bench.workers.length, answer]).toEqual([1, before]);
    client.request(board(5));
    expect((await answered(client, (state) => state.problem === null)).answer?.snapshot.patients.selected).toBe(2);
  });

  it("reads the file again when the board asks for another kind of a column", async () => {
    const client = newClient();
    await client.open(file(cohort), board(), () => {});
    client.request({ ...board(), columns: [{ name: "id", kind: "category" }] });
    const { answer } = await answered(client, (state) => state.answer !== null);
    expect(answer?.summary.columns[0]).toMatchObject({ name: "id", kind: "category" });
  });

  it("says so when the file cannot be read in another way, keeps what was read, and goes on when that is taken back", async () => {
    const client = newClient();
    await client.open(file('id,months\n1,"3\n'), board(), () => {});
    client.request(board());
    const before = (await answered(client, ({ answer }) => answer !== null)).answer;
    const asked = { ...board(), source: { ...board().source, reading: { encoding: "utf-16le" } } };
    client.request(asked);
    const { problem, answer } = await answered(client, (state) => state.problem !== null);
    expect(problem?.code).not.toBe("worker-failed");
    expect(problem?.hint).toContain("What was read before is still shown.");
    expect(answer).toBe(before);
    client.request(board(5));
    const after = await answered(client, (state) => state.problem === null);
    expect(after.answer?.board).toEqual(board(5));
    expect(bench.workers).toHaveLength(1);
  });

  it("stops reading a file in another way when that is taken back", async () => {
    const client = newClient();
    await client.open(file(`id,months\n${"1,2\n".repeat(3_000_000)}`), board(), () => {});
    client.request({ ...board(), columns: [{ name: "months", kind: "category" }] });
    await answered(client, ({ rereading }) => rereading !== null && rereading.bytes < rereading.size);
    client.request(board());
    const { answer, problem } = await answered(client, (state) => state.answer !== null);
    expect(problem).toBeNull();
    expect(answer?.summary.columns[1].kind).toBe("number");
  });

  it("gives the SHA-256 of the file", async () => {
    const client = newClient();
    await client.open(file("a,b\n1,2\n"), board(), () => {});
    // printf 'a,b\n1,2\n' | sha256sum
    expect(await client.hash()).toBe("492d5ea496056f1a6a6592241032fab764c321596317930b4fa0e1e8bc3b7470");
  });
});
