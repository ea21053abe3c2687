"use client";

import { presets } from "../../lib/cohort/scores/presets";
import type { Answer } from "../../lib/worker/clientState";
import { addPreset } from "../actions/scores";
import styles from "./FirstScore.module.css";
import { foundInWords, StartFrom } from "./StartFrom";

/** A board without a score: the published ones, with how much of each this file holds. */
export function FirstScore({ answer }: { answer: Answer }) {
  const { board, summary } = answer;
  return (
    <div className={styles.place}>
      <article className={styles.card}>
        <header>
          <h1>Start a score</h1>
          <StartFrom answer={answer} />
        </header>
        <p className="quiet">
          A score gives points for risk factors and puts patients into groups. Columns are found by name and unit;
          nothing is converted without you.
        </p>
        <ul>
          {presets.map((preset) => (
            <li key={preset.id}>
              <button type="button" onClick={() => addPreset(preset)}>
                <span className={styles.name}>{preset.label}</span>
                <span className={styles.factors}>{preset.factors.map(({ label }) => label).join(" · ")}</span>
                <span className={styles.found}>{foundInWords(preset, summary.columns, board)}</span>
              </button>
            </li>
          ))}
        </ul>
      </article>
    </div>
  );
}
