import type { PanelOf } from "../../lib/board/panelForms/registry";
import type { Term } from "../../lib/board/panelForms/term";
import { setPanel } from "./panels";

type Regression = PanelOf<"regression">;

/** Adds covariates under ids of their own. */
export function addTerms({ id, terms }: Regression, added: Omit<Term, "id">[]): void {
  const taken = new Set(terms.map((term) => term.id));
  let n = 0;
  const fresh = () => {
    do n++;
    while (taken.has(`t${n}`));
    return `t${n}`;
  };
  setPanel(id, { terms: [...terms, ...added.map((term) => ({ ...term, id: fresh() }))] });
}

export const setTerm = ({ id, terms }: Regression, term: string, change: Partial<Term>) =>
  setPanel(id, { terms: terms.map((each) => (each.id === term ? { ...each, ...change } : each)) });
