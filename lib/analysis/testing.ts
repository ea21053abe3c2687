/** For tests: where two answers differ by more than `within` of the greater number, as paths with both values. */
export function differences(a: unknown, b: unknown, within: number, path = "", found: string[] = []): string[] {
  if (typeof a === "number" && typeof b === "number") {
    const same = Object.is(a, b) || Math.abs(a - b) <= within * Math.max(Math.abs(a), Math.abs(b));
    if (!same) found.push(`${path}: ${a} and ${b}`);
  } else if (a !== null && b !== null && typeof a === "object" && typeof b === "object") {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)]))
      differences(a[key as never], b[key as never], within, `${path}/${key}`, found);
  } else if (a !== b) found.push(`${path}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`);
  return found;
}
