/** Jobs done one at a time; of those that come while one is done, only the last is kept. */
export interface LatestOnly<Job> {
  push(job: Job): void;
  /** The job that comes next, once the one at work is done. */
  next(): Job | null;
  busy(): boolean;
}

/** `run` settles its own failures: it never rejects. */
export function latestOnly<Job>(run: (job: Job) => Promise<void>): LatestOnly<Job> {
  let waiting: { job: Job } | null = null;
  let busy = false;

  async function work(): Promise<void> {
    busy = true;
    try {
      while (waiting) {
        const { job } = waiting;
        waiting = null;
        await run(job);
      }
    } finally {
      busy = false;
    }
  }

  return {
    push(job) {
      waiting = { job };
      if (!busy) void work();
    },
    next: () => waiting?.job ?? null,
    busy: () => busy,
  };
}
