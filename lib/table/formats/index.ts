import type { Format } from "./format";
import { spss } from "./spss";
import { transport } from "./transport";

/**
 * Formats with a sign of their own; without one a file is delimited text or none. Those with large readers stand in
 * heavy.ts.
 */
export const formats: readonly Format[] = [transport, spss];
