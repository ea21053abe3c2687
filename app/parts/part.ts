import { PartMissing } from "../failure/causes";
import { inTime } from "../failure/inTime";

type Load<T> = () => Promise<T>;

const parts: Load<unknown>[] = [];

/**
 * Milliseconds after which a part is taken for missing: a server may answer with something that is no script, of which
 * nothing is heard.
 */
const patience = 10_000;

/**
 * A part of the page that is a file of its own and not needed to show it. It is fetched when the page is idle, so that
 * it is there when it is wanted; should it be missing, the promise says so.
 */
export function part<T>(load: Load<T>): Load<T> {
  const kept = async () => {
    const loaded = await load();
    there.set(asked, loaded);
    return loaded;
  };
  const asked = () =>
    inTime(patience, kept()).catch((error: unknown) => {
      throw new PartMissing(String(error), { cause: error });
    });
  parts.push(kept);
  return asked;
}

/** What of the parts has come already. */
const there = new WeakMap<Load<unknown>, unknown>();

/** A part that has come already; undefined until then. */
export const partThere = <T>(load: Load<T>): T | undefined => there.get(load) as T | undefined;

/**
 * Every part, fetched one after the other while nothing else is to be done: later a missing network or a renewed page
 * harms nobody.
 */
export async function fetchParts(idle: () => Promise<void> = whenIdle): Promise<void> {
  for (const load of parts) {
    await idle();
    // What cannot be fetched now is asked for again when it is wanted, and said then.
    await inTime(patience, load()).catch(() => {});
  }
}

const whenIdle = () =>
  new Promise<void>((resolve) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => resolve(), { timeout: 5000 });
    else setTimeout(resolve, 200);
  });
