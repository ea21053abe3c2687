"use client";

import { useState } from "react";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { setPanel } from "../../actions/panels";
import { none } from "../../controls/choices";
import { Select } from "../../controls/Select";
import styles from "./Model.module.css";

/** Products of two covariates, on request. */
export function Interactions({ panel, labels }: { panel: PanelOf<"regression">; labels: Map<string, string> }) {
  const [first, setFirst] = useState<string | null>(null);
  const { terms, interactions } = panel;
  if (terms.length < 2) return null;
  const name = (id: string) => labels.get(id) ?? id;
  const set = (next: [string, string][]) => setPanel(panel.id, { interactions: next });
  const partners = terms.filter(
    ({ id }) =>
      first !== null && id !== first && !interactions.some((pair) => pair.includes(id) && pair.includes(first)),
  );
  return (
    <details className={styles.interactions} open={interactions.length > 0}>
      <summary>Interactions</summary>
      <ul>
        {interactions.map(([a, b]) => (
          <li key={`${a} ${b}`}>
            {name(a)} × {name(b)}
            <button
              type="button"
              data-look="plain"
              aria-label={`Remove ${name(a)} × ${name(b)}`}
              onClick={() => set(interactions.filter((pair) => pair[0] !== a || pair[1] !== b))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <div className={styles.pair}>
        <Select
          label="First covariate"
          value={first}
          choices={[none("of…"), ...terms.map(({ id }) => ({ value: id, label: name(id) }))]}
          onValue={setFirst}
        />
        <Select<string | null>
          label="Second covariate"
          value={null}
          disabled={first === null}
          choices={[none("with…"), ...partners.map(({ id }) => ({ value: id, label: name(id) }))]}
          onValue={(second) => {
            if (first !== null && second !== null) set([...interactions, [first, second]]);
            setFirst(null);
          }}
        />
      </div>
    </details>
  );
}
