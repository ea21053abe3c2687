import type { EndpointData } from "../../../../cohort/endpoint";
import type { Random } from "../../../../numeric/random";
import { timeOrder } from "../../../../survival";

/** One group of a cohort that is drawn at random. */
export interface InventedGroup {
  patients: number;
  /** When a patient has the event, given a uniform number and, for what is drawn beside it, the generator. */
  event(uniform: number, random: Random): number;
  /** Last possible follow-up; unless said, uniform between 12 and 60 months. */
  followed?(uniform: number): number;
}

export interface Drawn {
  data: EndpointData;
  group: Int16Array;
  groups: number;
}

export type Variant = "plain" | "entry" | "sampling" | "counts";

/** Weibull times of this median and shape. */
export const weibull =
  (median: number, shape = 1) =>
  (uniform: number): number =>
    median * (-Math.log(1 - uniform) / Math.LN2) ** (1 / shape);

const usual = (uniform: number) => 12 + 48 * uniform;

/**
 * A cohort drawn from its groups: as it is; half entering late, uniformly in 24 months, those who ended before unseen;
 * with weights of 1 to 4.
 */
export function draw(groups: readonly InventedGroup[], variant: Variant, random: Random): Drawn {
  const rows = groups.flatMap(({ patients, event, followed = usual }, group) =>
    Array.from({ length: patients }, () => {
      for (;;) {
        const [at, end] = [event(random(), random), followed(random())];
        const late = variant === "entry" && random() < 0.5 ? 24 * random() : 0;
        const time = Math.min(at, end);
        if (time > late)
          return { group, time, cause: at <= end ? 1 : 0, entry: late, weight: 1 + Math.floor(4 * random()) };
      }
    }),
  );
  const column = (of: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, of);
  const time = column((row) => row.time);
  const entry = variant === "entry" ? { entry: column((row) => row.entry) } : {};
  const weighted = variant === "sampling" || variant === "counts";
  const weight = weighted
    ? {
        weight: column((row) => row.weight),
        weightKind: variant === "sampling" ? ("sampling" as const) : ("count" as const),
      }
    : {};
  return {
    group: Int16Array.from(rows, (row) => row.group),
    groups: groups.length,
    data: {
      time,
      ...entry,
      ...weight,
      order: timeOrder(time, entry.entry),
      cause: Uint8Array.from(rows, (row) => row.cause),
      reason: new Uint8Array(rows.length),
      causes: [],
    },
  };
}
