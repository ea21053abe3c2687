import type { Answer } from "../../../lib/worker/clientState";
import { theClient } from "../../analysis";
import { type State, setView, useStore } from "../../store";

const isOpen = ({ snapshot: { problems, endpoints }, summary: { questions } }: Answer) =>
  problems.length > 0 || questions.length > 0 || endpoints.some(({ problem }) => problem !== null);

/** What of an open file stays when its fingerprint comes. */
const layoutOf = ({ dataset }: Pick<State, "dataset">) => (dataset.state === "ready" ? dataset.layout : null);

/** Leads from the board of the file just opened to Data where the first answer to it leaves something open. */
export function toDataIfOpen(): void {
  const client = theClient();
  const { board, ...before } = useStore.getState();
  const opened = layoutOf(before);
  const look = () => {
    const { answer, problem } = client.getState();
    const { board: now, view, ...state } = useStore.getState();
    const goesOn = layoutOf(state) === opened && now === board && view.place === "board";
    if (goesOn && answer?.board !== board && problem === null) return;
    stop();
    if (goesOn && answer?.board === board && isOpen(answer)) setView({ place: "data" });
  };
  const stop = client.subscribe(look);
}
