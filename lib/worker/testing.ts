import { vi } from "vitest";
import { exposeAlive } from "./alive";
import { createWorkerApi, type WorkerApi } from "./workerApi";

type Method = keyof WorkerApi;

/**
 * A worker as the page has one, with the real API on the other end of a channel, that a test can hold, crash or
 * silence.
 */
export class TestWorker extends EventTarget {
  private readonly channel = new MessageChannel();
  private silent = false;
  ended = false;

  constructor(bench: Bench) {
    super();
    exposeAlive(bench.spoiled(createWorkerApi()), this.channel.port2);
    this.channel.port1.addEventListener("message", ({ data }) => {
      if (!this.silent && !this.ended) this.dispatchEvent(new MessageEvent("message", { data }));
    });
    this.channel.port1.start();
    bench.workers.push(this);
  }

  postMessage(message: unknown, transfer: Transferable[] = []) {
    if (!this.silent && !this.ended) this.channel.port1.postMessage(message, transfer as never);
  }

  terminate() {
    this.ended = true;
    this.channel.port1.close();
    this.channel.port2.close();
  }

  /** Ends with an error, as a browser says it. */
  crash() {
    this.silent = true;
    this.dispatchEvent(Object.assign(new Event("error"), { message: "out of memory" }));
  }

  /** Answers nothing any more and says nothing of it, like one that hangs. */
  silence() {
    this.silent = true;
  }
}

/** The workers of a test, and what they are held at. */
export class Bench {
  readonly workers: TestWorker[] = [];
  private readonly held = new Map<Method, { gate: Promise<void>; reached: () => void }>();
  private readonly broken = new Set<Method>();

  constructor() {
    const bench = this;
    vi.stubGlobal(
      "Worker",
      class extends TestWorker {
        constructor() {
          super(bench);
        }
      },
    );
  }

  /** Holds the next call of a method. `reached` settles once it is there; `release` lets it go. */
  hold(method: Method): { reached: Promise<void>; release: () => void } {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const reached = new Promise<void>((resolve) => this.held.set(method, { gate, reached: resolve }));
    return { reached, release };
  }

  /** The method throws from now on, until it is mended. */
  break(method: Method): () => void {
    this.broken.add(method);
    return () => this.broken.delete(method);
  }

  get latest(): TestWorker {
    return this.workers[this.workers.length - 1];
  }

  /** Lets seconds pass for what waits for a worker's sign of life. Needs the fake clock of `withClock`. */
  async pass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second++) {
      vi.advanceTimersByTime(1000);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** An API whose methods can be held and broken. */
  spoiled(api: WorkerApi): WorkerApi {
    const methods = Object.entries(api).map(([name, method]) => [
      name,
      async (...given: unknown[]) => {
        const held = this.held.get(name as Method);
        this.held.delete(name as Method);
        held?.reached();
        await held?.gate;
        if (this.broken.has(name as Method)) throw new Error("a mistake of ours");
        return (method as (...given: unknown[]) => unknown)(...given);
      },
    ]);
    return Object.fromEntries(methods);
  }

  end(): void {
    for (const worker of this.workers) worker.terminate();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  }
}

/** Seconds pass only when the test says so; messages are as in life. */
export const withClock = () => vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"] });
