import { type ProposedFactor, proposedFactor } from "../../lib/cohort/scores/proposedFactor";
import { theClient } from "../analysis";
import { useStore } from "../store";
import { setScore } from "./scores";

/** A factor of a column, with the cut that is proposed; null where the score or the column is not there. */
export async function addFactor(id: string, name: string): Promise<ProposedFactor | null> {
  const details = await theClient().column(name);
  const columns = theClient().getState().answer?.summary.columns ?? [];
  const column = columns.find((each) => each.name === name);
  if (!column) return null;
  const made = proposedFactor(column, details?.median ?? null, columns, useStore.getState().board);
  setScore(id, (score) => {
    const taken = new Set(score.factors.map((factor) => factor.id));
    let n = score.factors.length + 1;
    while (taken.has(`f${n}`)) n++;
    return { ...score, factors: [...score.factors, { id: `f${n}`, ...made.factor }] };
  });
  return made;
}
