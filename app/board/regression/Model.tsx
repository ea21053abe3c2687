"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import type { RegressionResult } from "../../../lib/panels/regression/result";
import type { Answer } from "../../../lib/worker/clientState";
import { setPanel } from "../../actions/panels";
import { addTerms, setTerm } from "../../actions/regression";
import { useAnswer } from "../../analysis";
import { none, worded } from "../../controls/choices";
import { Labeled } from "../../controls/Labeled";
import { PickerAction } from "../../controls/Picker";
import { Select } from "../../controls/Select";
import { VariableSelect } from "../VariableSelect";
import { covariateChoices } from "./covariateChoices";
import { Interactions } from "./Interactions";
import styles from "./Model.module.css";
import { TermEditor } from "./TermEditor";

/** The covariates and how they are coded, and how the model is fitted. */
export function Model({ result, panel }: { result: RegressionResult | null; panel: PanelOf<"regression"> }) {
  const { answer } = useAnswer();
  if (!answer) return null;
  return (
    <>
      <section className={styles.section}>
        <h2>Covariates</h2>
        <ul className={styles.terms}>
          {panel.terms.map((term) => (
            <li key={term.id}>
              <TermEditor
                term={term}
                label={result?.terms.find(({ id }) => id === term.id)?.label ?? term.id}
                summary={answer.summary}
                board={answer.board}
                onTerm={(change) => setTerm(panel, term.id, change)}
                onRemove={() => removeTerm(panel, term.id)}
              />
            </li>
          ))}
        </ul>
        <AddCovariate panel={panel} answer={answer} />
        <Interactions panel={panel} labels={new Map(result?.terms.map(({ id, label }) => [id, label]))} />
      </section>
      <section className={styles.section}>
        <h2>Model</h2>
        <Labeled label="Strata">
          <VariableSelect
            board={answer.board}
            summary={answer.summary}
            value={panel.strata}
            none="none"
            onVariable={(strata) => setPanel(panel.id, { strata })}
          />
        </Labeled>
        <Labeled label="Search">
          <Select
            value={panel.selection?.by ?? null}
            choices={[
              none("none: all covariates"),
              { value: "aic", label: "backward by AIC (exploratory)" },
              { value: "p", label: "backward by P > .05 (exploratory)" },
            ]}
            onValue={(by) => setPanel(panel.id, { selection: by && { by, alpha: 0.05 } })}
          />
        </Labeled>
        <Labeled label="Separation">
          <Select
            value={panel.firth}
            choices={worded({ whenSeparated: "Firth where needed", always: "Firth always", never: "never Firth" })}
            onValue={(firth) => setPanel(panel.id, { firth })}
          />
        </Labeled>
      </section>
    </>
  );
}

/** The covariate and the interactions that need it. */
const removeTerm = ({ id, terms, interactions }: PanelOf<"regression">, term: string) =>
  setPanel(id, {
    terms: terms.filter((each) => each.id !== term),
    interactions: interactions.filter((pair) => !pair.includes(term)),
  });

function AddCovariate({ panel, answer }: { panel: PanelOf<"regression">; answer: Answer }) {
  const choices = covariateChoices(answer).map(({ label, terms }) => ({ value: terms, label }));
  return (
    <PickerAction
      label="Add a covariate"
      name="Add a covariate…"
      choices={choices}
      onValue={(terms) => addTerms(panel, terms)}
    />
  );
}
