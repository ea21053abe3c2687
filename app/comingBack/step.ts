import * as z from "zod";
import type { State } from "../store";

/**
 * What is on the screen in one step of the browser's history; kept there, and never in an address, which has no file
 * name and no slide.
 */
const stepSchema = z.object({
  place: z.enum(["data", "scores", "board", "methods"]),
  focus: z.string().nullable(),
  slide: z.number().nullable(),
  /** The user's own file. */
  file: z.string().nullable(),
  /** Whether the step before it is the place that was presented from. */
  overPlace: z.boolean(),
});
export type Step = z.infer<typeof stepSchema>;

const key = "meierboard";

/** The step the browser is at; null where it is none of ours, such as a link just opened. */
export const stepHere = (): Step | null => stepSchema.safeParse(history.state?.[key]).data ?? null;

/**
 * Writes a step over the one the browser is at, or as the next one. Next's own part of the entry stays: without it the
 * router would reload the page. A browser that refuses (Safari does after 100 in 30 s) keeps the step it is at.
 */
export function writeStep(step: Step, address: string, as: "next" | "same"): void {
  const entry = { ...history.state, [key]: step };
  try {
    if (as === "next") history.pushState(entry, "", address);
    else history.replaceState(entry, "", address);
  } catch {
    return;
  }
}

/**
 * Whether a change of the state is a step of its own: another place, Present begun, or another panel while the one
 * before is still there. Settings that change with it, as when a file is opened, make it part of the step it happens
 * in.
 */
export function isNextStep(state: Pick<State, "board" | "dataset" | "view">, before: typeof state): boolean {
  if (state.board !== before.board || state.dataset !== before.dataset) return false;
  const { view } = state;
  if (view.place !== before.view.place || (view.slide !== null && before.view.slide === null)) return true;
  return view.focus !== before.view.focus && before.board.panels.some(({ id }) => id === before.view.focus);
}
