import type { TimeUnit } from "../../board/board";
import type { Score } from "../../board/score";
import { keepsDefinition } from "./preset";
import { presetOf } from "./presets";

/** What was published of a score's groups. */
export type Published =
  /** Medians in the order of the score's groups, null where none is entered. */
  | { kind: "medians"; unit: TimeUnit; of: string; medians: (number | null)[] }
  | { kind: "none"; note: string }
  /** It is no longer the published score, whose medians do not apply. */
  | { kind: "changed" };

/** The published medians beside a score; null for a score that was not made from a published one. */
export function publishedOf(score: Score): Published | null {
  const preset = presetOf(score.preset);
  if (!preset) return null;
  if (!keepsDefinition(score, preset)) return { kind: "changed" };
  if (!preset.medians) return { kind: "none", note: preset.note };
  return { kind: "medians", ...preset.medians, medians: preset.groups.map(({ median }) => median) };
}
