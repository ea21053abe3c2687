/** Parts of the reference, in all cases or in one, that are compared with nothing, and why. */
const notCompared: readonly { id?: string; path: RegExp; because: string }[] = [
  {
    id: "aml_weighted/km/counts",
    path: /flemingHarrington/,
    because:
      "R shares the weight of tied rows among them; a count weight is so many rows, whose curves are those of aml/km/group",
  },
  { path: /(^|\.)_/, because: "a remark" },
  { path: /(name|curveIsSubset)$/, because: "names of groups, and whether a curve is whole" },
  { path: /^(newtonEps|defaultEpsMaxAbsCoefDiff|crr\.gtol|gtol)$/, because: "about R's own iterations" },
  { path: /^ties$/, because: "what was asked" },
  { path: /checkedAgainst$|scoresMaxAbsDiffVsHandFormula$|pLau92HandFormula$/, because: "R checked against R" },
  { path: /^(groups\[\d+\]|strata\..*|gray\.strata)$/, because: "names and sizes of groups and strata" },
  { path: /pairs\[\d+\]\.[ab]$/, because: "names of the two groups" },
  { path: /stdErrGrayCuminc/, because: "cmprsk's other estimator of the same variance; ours is Aalen's, as survfit" },
  {
    path: /^(finegrayCoxph_|maxAbsDiffCrr)/,
    because: "the other convention for events and censorings at one time; ours is crr's",
  },
  { path: /^rms\.(sdAcross|cCorrected8|Dxy)/, because: "the spread of R's random draws" },
  { path: /stratum$/, because: "names of strata" },
];

/**
 * For tests: the expected numbers of a case, watched, so that `rest` can name those that nobody has looked at and that
 * are not among the parts compared with nothing.
 */
export function unread<T>(expected: T, id: string): { expected: T; rest: () => string[] } {
  const read = new Set<string>();
  const watched = watch(expected, "", read) as T;
  const isLeftOut = (leaf: string) =>
    notCompared.some((part) => (part.id === undefined || part.id === id) && part.path.test(leaf));
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
