import { expose } from "comlink";

/** What every worker answers beside its own work, so that the page hears when it has ended or hangs. */
export interface Alive {
  /** Answered at once by a worker that is not at work. */
  ping(): void;
  /** Takes a lock for as long as the worker lives, however it ends; false where the browser has no locks. */
  hold(lock: string): Promise<boolean>;
}

/** Offers the methods of a worker to the page. */
export function exposeAlive<Api extends object>(api: Api, endpoint?: Parameters<typeof expose>[1]): void {
  const alive: Alive = { ping: () => {}, hold: holdLock };
  expose({ ...api, ...alive }, endpoint);
}

/** Settles once the lock is held, which then is never given back. */
function holdLock(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const taken = locks()?.request(name, () => {
      resolve(true);
      return new Promise<never>(() => {});
    });
    if (taken) taken.catch(() => resolve(false));
    else resolve(false);
  });
}

/** Missing on hosts without https, refused to pages opened from disk. */
export const locks = (): LockManager | undefined => globalThis.navigator?.locks;
