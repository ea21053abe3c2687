/**
 * Gauss–Kronrod nodes on [0, 1) from the outermost in, their Kronrod weights, and the Gauss weights of every other.
 * Source: QUADPACK, qk15.
 */
const NODES = [
  0.9914553711208126, 0.9491079123427585, 0.8648644233597691, 0.7415311855993945, 0.5860872354676911,
  0.4058451513773972, 0.2077849550078985, 0,
];
const KRONROD = [
  0.022935322010529224, 0.06309209262997856, 0.10479001032225019, 0.14065325971552592, 0.1690047266392679,
  0.19035057806478542, 0.20443294007529889, 0.20948214108472782,
];
const GAUSS = [0.1294849661688697, 0.27970539148927664, 0.3818300505051189, 0.4179591836734694];

/** Halvings at most, so that an integrand that is not smooth enough ends too; the error then says so. */
const DEEPEST = 16;

export interface Integral {
  value: number;
  /** Estimated absolute error. */
  error: number;
}

/** Either is enough. */
export interface Tolerance {
  relative?: number;
  absolute?: number;
}

/**
 * Integral of f from a to b: intervals are halved until the estimated error is within the tolerance. `panels` equal
 * intervals to begin with keep a narrow feature from being missed.
 */
export function integrate(
  f: (x: number) => number,
  a: number,
  b: number,
  { relative = 1e-10, absolute = 0 }: Tolerance = {},
  panels = 1,
): Integral {
  if (!(b > a)) return { value: 0, error: 0 };
  const width = (b - a) / panels;
  const parts = Array.from({ length: panels }, (_, i) => rule(f, a + i * width, a + (i + 1) * width));
  const whole = parts.reduce((sum, { value }) => sum + Math.abs(value), 0);
  const allowed = Math.max(absolute, relative * whole) / panels;
  const refined = parts.map((part, i) => refine(f, a + i * width, a + (i + 1) * width, part, allowed, 0));
  return refined.reduce((sum, { value, error }) => ({ value: sum.value + value, error: sum.error + error }));
}

function refine(
  f: (x: number) => number,
  a: number,
  b: number,
  found: Integral,
  allowed: number,
  depth: number,
): Integral {
  if (found.error <= Math.max(allowed, 1e-15 * Math.abs(found.value)) || depth === DEEPEST) return found;
  const middle = (a + b) / 2;
  const left = refine(f, a, middle, rule(f, a, middle), allowed / 2, depth + 1);
  const right = refine(f, middle, b, rule(f, middle, b), allowed / 2, depth + 1);
  return { value: left.value + right.value, error: left.error + right.error };
}

function rule(f: (x: number) => number, a: number, b: number): Integral {
  const [center, half] = [(a + b) / 2, (b - a) / 2];
  let kronrod = 0;
  let gauss = 0;
  NODES.forEach((node, i) => {
    const y = node === 0 ? f(center) : f(center - half * node) + f(center + half * node);
    kronrod += KRONROD[i] * y;
    if (i % 2 === 1) gauss += GAUSS[(i - 1) / 2] * y;
  });
  return { value: kronrod * half, error: Math.abs(kronrod - gauss) * half };
}
