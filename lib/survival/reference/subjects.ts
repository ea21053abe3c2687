import type { Subjects } from "../subjects";

/** Subjects for tests: times, causes, and whatever else. */
export function subjects(
  time: number[],
  cause: number[],
  rest: Partial<Omit<Subjects, "time" | "cause" | "group">> & { group?: number[] } = {},
): Subjects {
  return {
    ...rest,
    time: Float64Array.from(time),
    cause: Uint8Array.from(cause),
    group: rest.group && Int16Array.from(rest.group),
  };
}
