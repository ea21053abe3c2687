const CHUNK = 1 << 14;

/**
 * Runs over 0 … length in pieces. A long loop entered once is compiled while it runs, and again at its end; one that is
 * called often is compiled once and whole.
 */
export function inChunks(length: number, run: (from: number, to: number) => void): void {
  for (let from = 0; from < length; from += CHUNK) run(from, Math.min(length, from + CHUNK));
}
