"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import type { RegressionResult } from "../../../lib/panels/regression/result";
import type { Answer } from "../../../lib/worker/clientState";
import { setPanel } from "../../actions/panels";
import { addTerms, setTerm } from "../../actions/regression";
import { useAnswer } from "../../analysis";
import { Field } from "../../controls/Field";
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
        <Field label="Strata">
          <VariableSelect
            board={answer.board}
            summary={answer.summary}
            value={panel.strata}
            none="none"
            onVariable={(strata) => setPanel(panel.id, { strata })}
          />
        </Field>
        <Field label="Search">
          <select
            value={panel.selection?.by ?? ""}
            onChange={({ target }) =>
              setPanel(panel.id, {
                selection: target.value === "" ? null : { by: target.value as "aic" | "p", alpha: 0.05 },
              })
            }
          >
            <option value="">none: all covariates</option>
            <option value="aic">backward by AIC (exploratory)</option>
            <option value="p">backward by P &gt; .05 (exploratory)</option>
          </select>
        </Field>
        <Field label="Separation">
          <select
            value={panel.firth}
            onChange={({ target }) => setPanel(panel.id, { firth: target.value as PanelOf<"regression">["firth"] })}
          >
            <option value="whenSeparated">Firth where needed</option>
            <option value="always">Firth always</option>
            <option value="never">never Firth</option>
          </select>
        </Field>
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
  const choices = covariateChoices(answer);
  return (
    <select
      aria-label="Add a covariate"
      value=""
      onChange={({ target }) => {
        const choice = choices[Number(target.value)];
        if (target.value !== "" && choice) addTerms(panel, choice.terms);
      }}
    >
      <option value="">Add a covariate…</option>
      {choices.map(({ label }, place) => (
        <option key={label} value={place}>
          {label}
        </option>
      ))}
    </select>
  );
}
