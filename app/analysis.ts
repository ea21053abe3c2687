import { useSyncExternalStore } from "react";
import { dayFromCalendar } from "../lib/table/dates";
import analysisText from "../lib/worker/analysis.worker.ts?text";
import { type Client, createClient } from "../lib/worker/client";
import type { ClientState } from "../lib/worker/clientState";
import { isHeld } from "./live/warehouse";
import { part } from "./parts/part";
import { useStore } from "./store";

const readerText = part(() => import("../lib/worker/reader.worker.ts?text"));

let client: Client | null = null;

/** The one client of the worker, made in the browser on first use. Every change of the board is answered. */
export function theClient(): Client {
  if (client) return client;
  client = createClient({
    analysis: analysisText,
    reader: async () => (await readerText()).default,
    today,
  });
  useStore.subscribe((state, before) => {
    if (state.board !== before.board && state.dataset.state === "ready" && !isHeld(state.board))
      client?.request(state.board);
  });
  return client;
}

/** Runs something once the first answer is on the screen; gives back what stops waiting for it. */
export function followFirstAnswer(run: () => unknown): () => void {
  const stop = theClient().subscribe(() => {
    if (!theClient().getState().answer) return;
    stop();
    run();
  });
  return stop;
}

/** The calendar day where the user is. */
function today(): number {
  const now = new Date();
  return dayFromCalendar(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

const nothing: ClientState = { answer: null, seconds: new Map(), inspection: null, problem: null, rereading: null };

/** What is on the screen: the last whole answer, and the board it answers. */
export function useAnswer(): ClientState {
  return useSyncExternalStore(
    (listener) => theClient().subscribe(listener),
    () => theClient().getState(),
    () => nothing,
  );
}
