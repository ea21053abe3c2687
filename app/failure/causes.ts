import { WorkerEnded } from "../../lib/worker/workerEnded";

/** A part of the page, a file of its own, that could not be fetched or did not arrive. */
export class PartMissing extends Error {}

/** The browser did not let the page write to the clipboard. */
export class CopyRefused extends Error {}

/** The browser did not let the page change what it keeps. */
export class StorageRefused extends Error {}

/**
 * Why something did not work, as far as the page can tell; `replaced`: it was about a file that is no longer open.
 * `fault`: a mistake of the program.
 */
export type Cause =
  | "part"
  | "crashed"
  | "silent"
  | "stopped"
  | "replaced"
  | "policy"
  | "clipboard"
  | "storage"
  | "fault";

/** `stopped`: whether the host's policy has stopped a script or worker of the page. */
export function causeOf(error: unknown, stopped: boolean): Cause {
  if (error instanceof CopyRefused) return "clipboard";
  if (error instanceof StorageRefused) return "storage";
  if (error instanceof WorkerEnded) return error.reason === "crashed" && stopped ? "policy" : error.reason;
  if (!isOfPart(error)) return "fault";
  return stopped ? "policy" : "part";
}

/** The bundler's own error for a file it could not load bears a name and no class. */
const isOfPart = (error: unknown) =>
  error instanceof PartMissing || (error instanceof Error && error.name === "ChunkLoadError");
