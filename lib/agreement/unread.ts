/**
 * For tests: expected numbers, watched, so that `rest` can name those that nobody has looked at, but not those that are
 * left out on purpose.
 */
export function unread<T>(
  expected: T,
  isLeftOut: (leaf: string) => boolean = () => false,
): { expected: T; rest: () => string[] } {
  const read = new Set<string>();
  const watched = watch(expected, "", read) as T;
  const rest = () => leaves(expected, "").filter((leaf) => !read.has(leaf) && !isLeftOut(leaf));
  return { expected: watched, rest };
}

const isBranch = (value: unknown): value is object => typeof value === "object" && value !== null;
const join = (path: string, key: string, isItem: boolean) =>
  isItem ? `${path}[${key}]` : path ? `${path}.${key}` : key;

function watch(value: unknown, path: string, read: Set<string>): unknown {
  if (!isBranch(value)) return value;
  return new Proxy(value, {
    get(target, key, receiver) {
      const part = Reflect.get(target, key, receiver);
      if (typeof key === "symbol" || !Object.hasOwn(target, key)) return part;
      const at = join(path, key, Array.isArray(target));
      if (!isBranch(part)) read.add(at);
      return watch(part, at, read);
    },
  });
}

function leaves(value: unknown, path: string): string[] {
  if (!isBranch(value)) return [path];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, join(path, key, Array.isArray(value))));
}
