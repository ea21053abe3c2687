import { type Remote, wrap } from "comlink";
import { type Alive, locks } from "./alive";
import { WorkerEnded } from "./workerEnded";

/**
 * A worker and the calls that wait for it. None of them waits for ever: each is answered, or rejects with
 * `WorkerEnded`.
 */
export interface Handle<Api> {
  /** Work that may be silent for at most `patience` seconds; a sign of life starts the time again. */
  call<T>(patience: number, work: (api: Remote<Api>) => PromiseLike<T>): Promise<T>;
  /** Whether a worker that has nothing to do answers; one that does not is ended. One at work counts as alive. */
  alive(): Promise<boolean>;
  /** Says that the worker has shown that it is at work. */
  beat(): void;
  /** Work of the page's own that the worker waits for: its silence meanwhile is not the worker's. */
  excuse<T>(work: Promise<T>): Promise<T>;
  /** Ends the worker; every call that waits rejects. */
  end(reason: WorkerEnded["reason"], message?: string): void;
}

interface Pending {
  patience: number;
  quiet: number;
  reject: (reason: WorkerEnded) => void;
}

const pingPatience = 1;
/** A worker that has been heard from so lately, in milliseconds, is not asked whether it lives. */
const heardLately = 1000;

/** A worker from a Blob inherits the page's policy; one from a network address would not. */
export function start<Api>(text: string): Handle<Api> {
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const worker = new Worker(address);
  const api = wrap<Api & Alive>(worker);
  const pending = new Set<Pending>();
  let ended: WorkerEnded | null = null;
  let excused = 0;
  let heard = Date.now();
  let clock: ReturnType<typeof setInterval> | undefined;

  const end = (reason: WorkerEnded["reason"], message?: string): void => {
    if (ended) return;
    ended = new WorkerEnded(reason, message);
    clearInterval(clock);
    worker.terminate();
    URL.revokeObjectURL(address);
    for (const { reject } of pending) reject(ended);
    pending.clear();
  };

  const beat = (): void => {
    heard = Date.now();
    for (const each of pending) each.quiet = 0;
  };

  /** Seconds are counted one by one: a computer that slept has not waited. */
  const tick = (): void => {
    if (excused > 0) return;
    for (const each of pending) each.quiet += 1;
    if ([...pending].some(({ quiet, patience }) => quiet > patience)) end("silent");
  };

  function call<T>(patience: number, work: (api: Remote<Api & Alive>) => PromiseLike<T>): Promise<T> {
    if (ended) return Promise.reject(ended);
    return new Promise<T>((resolve, reject) => {
      const mine: Pending = { patience, quiet: 0, reject };
      pending.add(mine);
      clock ??= setInterval(tick, 1000);
      const settle = () => {
        pending.delete(mine);
        if (pending.size > 0) return;
        clearInterval(clock);
        clock = undefined;
      };
      work(api).then(
        (value) => {
          settle();
          resolve(value);
        },
        (error) => {
          settle();
          reject(error);
        },
      );
    });
  }

  // A worker that closes itself, or is ended by the browser, says nothing; but the lock it held is free then.
  api
    .hold(address)
    .then(async (held) => {
      if (held) await locks()?.request(address, () => end("crashed"));
    })
    .catch(() => {});
  worker.addEventListener("error", (event) => end("crashed", event.message));
  worker.addEventListener("message", beat);

  return {
    call: (patience, work) => call(patience, work as (api: Remote<Api & Alive>) => ReturnType<typeof work>),
    async alive() {
      if (ended) return false;
      if (pending.size > 0 || Date.now() - heard < heardLately) return true;
      return call(pingPatience, (remote) => remote.ping()).then(
        () => true,
        () => false,
      );
    },
    beat,
    async excuse(work) {
      excused += 1;
      try {
        return await work;
      } finally {
        excused -= 1;
        beat();
      }
    },
    end,
  };
}
