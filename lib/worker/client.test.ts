import { expose } from "comlink";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { boardFrom } from "../cohort/testing";
import { createClient } from "./client";
import { createWorkerApi, type WorkerApi } from "./workerApi";

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

/** A worker as the page has one, running the real API on the other end of a channel; tests may spoil it. */
let spoil: (api: WorkerApi, worker: FakeWorker) => void;
let started: FakeWorker[];

class FakeWorker extends EventTarget {
  readonly channel = new MessageChannel();
  constructor() {
    super();
    const api = createWorkerApi();
    spoil(api, this);
    expose(api, this.channel.port2);
    this.channel.port1.addEventListener("message", ({ data }) =>
      this.dispatchEvent(new MessageEvent("message", { data })),
    );
    this.channel.port1.start();
    started.push(this);
  }
  postMessage(message: unknown, transfer: Transferable[] = []) {
    this.channel.port1.postMessage(message, transfer as never);
  }
  terminate() {
    this.channel.port1.close();
    this.channel.port2.close();
  }
}

beforeEach(() => {
  spoil = () => {};
  started = [];
  vi.stubGlobal("Worker", FakeWorker);
});

afterEach(() => {
  for (const worker of started) worker.terminate();
  vi.unstubAllGlobals();
});

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
    const seen: (number | null)[] = [];
    client.subscribe(() => {
      const filter = client.getState().answer?.board.filters[0];
      if (filter?.kind === "range") seen.push(filter.min);
    });
    for (const min of [1, 2, 3, 8]) client.request(board(min));
    await answered(client, ({ answer }) => answer?.snapshot.patients.selected === 1);
    expect(seen).toEqual([1, 8]);
  });

  it("turns a crash into a sentence, keeps the last answer, and goes on with the next request", async () => {
    const client = newClient();
    await client.open(file(cohort), board(), () => {});
    client.request(board());
    const before = (await answered(client, ({ answer }) => answer !== null)).answer;
    started[0].terminate();
    client.request(board(5));
    started[0].dispatchEvent(Object.assign(new Event("error"), { message: "out of memory" }));
    const failed = await answered(client, ({ problem }) => problem !== null);
    expect(failed.problem?.code).toBe("worker-failed");
    expect(failed.answer).toBe(before);
    client.request(board(5));
    const after = await answered(client, ({ answer, problem }) => answer !== before && problem === null);
    expect(after.answer?.snapshot.patients.selected).toBe(2);
    expect(started).toHaveLength(2);
  });

  it("turns an error of the calculation into the same sentence", async () => {
    spoil = (api) => {
      api.analyze = () => {
        throw new Error("a mistake of ours");
      };
    };
    const client = newClient();
    await client.open(file(cohort), board(), () => {});
    client.request(board());
    const { problem } = await answered(client, (state) => state.problem !== null);
    expect(problem?.message).toBe("The calculation stopped unexpectedly. The last result is still shown.");
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
      if (crash) started[0].dispatchEvent(Object.assign(new Event("error"), { message: "out of memory" }));
      if (crash) started[0].terminate();
      client.request(joined);
      if (crash) await answered(client, ({ problem }) => problem !== null);
      if (crash) client.request(joined);
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
    expect([started.length, answer]).toEqual([1, before]);
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
    expect(started).toHaveLength(1);
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
