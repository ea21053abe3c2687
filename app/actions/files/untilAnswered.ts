import type { Answer } from "../../../lib/worker/clientState";
import { theClient } from "../../analysis";
import { useStore } from "../../store";

/** Until no file is being read, and the one that is open has its first answer or there will be none. */
export const untilAnswered = (): Promise<void> =>
  until(() => useStore.getState().reading.state !== "reading" && isAnswered());

/** The first answer to the file that is open, once it is there; null where none is open or there will be none. */
export async function firstAnswer(): Promise<Answer | null> {
  await until(isAnswered);
  return useStore.getState().dataset.state === "ready" ? theClient().getState().answer : null;
}

function isAnswered(): boolean {
  const { answer, problem } = theClient().getState();
  return useStore.getState().dataset.state !== "ready" || answer !== null || problem !== null;
}

function until(holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stops: (() => void)[] = [];
    const look = () => {
      if (!holds()) return;
      for (const stop of stops) stop();
      resolve();
    };
    stops.push(useStore.subscribe(look), theClient().subscribe(look));
    look();
  });
}
