/** Parts of a Parquet file that do not add up; the message is a clause of a sentence for the user. */
export class Damaged extends Error {}

/**
 * What is wrong with a file that its reader gave up, as a clause: our own words, what the reader does not know, or that
 * its bytes make no sense, over which the reader stumbles with words that are for its makers.
 */
export function whyUnreadable(error: unknown): string {
  if (error instanceof Damaged) return error.message;
  const unknown = /^parquet unsupported (compression codec|encoding|type|page type): (?!undefined)(\w+)/.exec(
    String((error as Error)?.message),
  );
  if (!unknown) return "it is damaged or cut off";
  const [, what, name] = unknown;
  return what === "compression codec"
    ? `it is packed with ${name}`
    : `it is written in a way that is not known here: ${what} ${name}`;
}
