import { currentBoard } from "../actions/files/savedBoard";
import { keepState } from "../comingBack/followHistory";
import { handOver } from "../storage/reload";
import { inTime } from "./inTime";

/**
 * The settings are kept as far as that goes in a moment: in the address, in this browser, and for the page loaded next.
 */
export async function reload(): Promise<void> {
  const kept = Promise.all([keepState(), currentBoard().then(handOver)]);
  await inTime(1500, kept).catch(() => {});
  location.reload();
}
