/** Median milliseconds of `times` runs after a few to warm up. */
export function medianOf(times: number, run: () => unknown): number {
  for (let i = 0; i < Math.min(5, times); i++) run();
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)];
}
