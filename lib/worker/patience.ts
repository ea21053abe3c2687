/**
 * How many seconds a worker may be silent before it counts as hung: many times what the slowest analysis of so many
 * rows takes, because ending one that is only slow costs its result.
 */
export const analysisPatience = (rows: number, panels: number): number => 20 + rows * (1 + panels) * 2e-5;

/** The same between two slices of a file of so many bytes, and after the last of them. */
export const readingPatience = (bytes: number): number => 30 + bytes * 2e-7;
