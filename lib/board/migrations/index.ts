import { boardVersion } from "../version";
import { from1to2 } from "./1to2";
import { from2to3 } from "./2to3";

type Migration = (board: Record<string, unknown>) => Record<string, unknown>;

/** The nth makes a board of version n one of version n + 1: one file and one line each. */
export const migrations: readonly Migration[] = [from1to2, from2to3];

/** A board of any version so far as one of today's; what is none stays as it is, and the schema refuses it. */
export function migrated(json: unknown): unknown {
  const version = versionOf(json);
  if (version === null || version >= boardVersion) return json;
  const board = migrations.slice(version - 1).reduce((made, migrate) => migrate(made), json as Record<string, unknown>);
  return { ...board, meierboard: boardVersion };
}

/** The version a board says it has; null for what says none. */
export function versionOf(json: unknown): number | null {
  const version = typeof json === "object" && json !== null && "meierboard" in json ? json.meierboard : null;
  return typeof version === "number" && Number.isInteger(version) && version > 0 ? version : null;
}
