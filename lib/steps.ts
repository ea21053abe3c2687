/** Work in steps, so that between two of them something more urgent can be done. */
export type Steps<T> = Generator<void, T>;

/** All steps at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The steps in turns of some milliseconds, `pause` between them; null as soon as a pause says that nobody waits any
 * more.
 */
export async function inTurns<T>(steps: Steps<T>, pause: () => Promise<boolean>, turn = 12): Promise<T | null> {
  for (let began = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - began < turn) continue;
    if (!(await pause())) return null;
    began = performance.now();
  }
}
