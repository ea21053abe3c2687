import { theClient } from "../../analysis";
import { useStore } from "../../store";

/** Until no file is being read, and the one that is open has its first answer or there will be none. */
export function untilAnswered(): Promise<void> {
  const client = theClient();
  const answered = () => {
    const { dataset, reading } = useStore.getState();
    const { answer, problem: failure } = client.getState();
    return reading.state !== "reading" && (dataset.state !== "ready" || answer !== null || failure !== null);
  };
  return new Promise((resolve) => {
    const stops: (() => void)[] = [];
    const look = () => {
      if (!answered()) return;
      for (const stop of stops) stop();
      resolve();
    };
    stops.push(useStore.subscribe(look), client.subscribe(look));
    look();
  });
}
