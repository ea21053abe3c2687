import type { Censoring } from "./censoring";

/** A number with its standard error, and what each patient (by place of the censoring) adds to it. */
export interface Judged {
  value: number;
  stdErr: number;
  influence: Float64Array;
}

/** A number from what each patient adds to it: the standard error is their standard deviation by √n. */
export function judged({ size, n }: Pick<Censoring, "size" | "n">, value: number, influence: Float64Array): Judged {
  let sum = 0;
  for (let place = 0; place < influence.length; place++) sum += size[place] * influence[place] ** 2;
  return { value, stdErr: Math.sqrt(sum / (n * (n - 1))), influence };
}

/** The difference a − b of two numbers of the same patients; null where one is not known. */
export const differenceOf = (censoring: Censoring, a: Judged | null, b: Judged | null): Judged | null =>
  a &&
  b &&
  judged(
    censoring,
    a.value - b.value,
    a.influence.map((own, place) => own - b.influence[place]),
  );
