"use client";

import { useState } from "react";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { setPanel } from "../../actions/panels";
import styles from "./Model.module.css";

/** Products of two covariates, on request. */
export function Interactions({ panel, labels }: { panel: PanelOf<"regression">; labels: Map<string, string> }) {
  const [first, setFirst] = useState("");
  const { terms, interactions } = panel;
  if (terms.length < 2) return null;
  const name = (id: string) => labels.get(id) ?? id;
  const set = (next: [string, string][]) => setPanel(panel.id, { interactions: next });
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
        <select aria-label="First covariate" value={first} onChange={({ target }) => setFirst(target.value)}>
          <option value="">of…</option>
          {terms.map(({ id }) => (
            <option key={id} value={id}>
              {name(id)}
            </option>
          ))}
        </select>
        <select
          aria-label="Second covariate"
          value=""
          disabled={first === ""}
          onChange={({ target }) => {
            if (target.value !== "") set([...interactions, [first, target.value]]);
            setFirst("");
          }}
        >
          <option value="">with…</option>
          {terms
            .filter(({ id }) => id !== first && !interactions.some((pair) => pair.includes(id) && pair.includes(first)))
            .map(({ id }) => (
              <option key={id} value={id}>
                {name(id)}
              </option>
            ))}
        </select>
      </div>
    </details>
  );
}
