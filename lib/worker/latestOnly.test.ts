import { describe, expect, it } from "vitest";
import { latestOnly } from "./latestOnly";

describe("jobs of which only the latest counts", () => {
  const queue = () => {
    const done: number[] = [];
    const release: (() => void)[] = [];
    const jobs = latestOnly<number>(async (job) => {
      done.push(job);
      await new Promise<void>((resolve) => release.push(resolve));
    });
    const finish = async () => {
      release.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    };
    return { jobs, done, finish };
  };

  it("are done at once while none is at work", () => {
    const { jobs, done } = queue();
    jobs.push(1);
    expect([done, jobs.next()]).toEqual([[1], null]);
  });

  it("are never done side by side, and those in between are passed over", async () => {
    const { jobs, done, finish } = queue();
    for (const job of [1, 2, 3]) jobs.push(job);
    expect([done, jobs.next()]).toEqual([[1], 3]);
    await finish();
    expect([done, jobs.next()]).toEqual([[1, 3], null]);
    await finish();
    jobs.push(4);
    expect(done).toEqual([1, 3, 4]);
  });
});
