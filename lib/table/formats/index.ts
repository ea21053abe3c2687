import { delimited } from "./delimited";
import type { Format } from "./format";

/** Formats read by whoever asks, recognised in this order; those with large readers stand in heavy.ts. */
export const formats: readonly Format[] = [delimited];
