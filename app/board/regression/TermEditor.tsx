"use client";

import type { Board } from "../../../lib/board/board";
import type { Coding, Term } from "../../../lib/board/panelForms/term";
import type { TableSummary } from "../../../lib/cohort/tableSummary";
import { CommittedNumber } from "../../controls/CommittedNumber";
import { CommittedText } from "../../controls/CommittedText";
import { ComparisonFields } from "../../scores/ComparisonFields";
import fields from "../../scores/FactorEditor.module.css";
import { Stacked } from "../../scores/Stacked";
import styles from "./Model.module.css";

/** One covariate: its coding by hand, per unit, by levels with their reference, or cut in two. */
export function TermEditor({
  term,
  label,
  summary,
  board,
  onTerm,
  onRemove,
}: {
  term: Term;
  label: string;
  summary: TableSummary;
  board: Board;
  onTerm: (change: Partial<Term>) => void;
  onRemove: () => void;
}) {
  const { of, coding } = term;
  const levels = levelsOf(term, summary, board);
  return (
    <details className={styles.term}>
      <summary>
        <span>{label}</span>
        <button type="button" data-look="plain" aria-label={`Remove ${label}`} onClick={onRemove}>
          ×
        </button>
      </summary>
      <div className={`${fields.fields} ${styles.fields}`}>
        <Stacked label="Coded">
          <select
            value={coding.kind}
            onChange={({ target }) => onTerm({ coding: codingOf(target.value as Coding["kind"]) })}
          >
            <option value="perUnit">per unit</option>
            <option value="levels">by levels</option>
            <option value="cut">cut in two</option>
          </select>
        </Stacked>
        {coding.kind === "perUnit" && (
          <Stacked label="Per how many units">
            <CommittedNumber
              value={coding.per}
              onValue={(per) => per !== null && per > 0 && onTerm({ coding: { ...coding, per } })}
            />
          </Stacked>
        )}
        {coding.kind === "levels" && (
          <Stacked label="Reference">
            <select
              value={coding.reference ?? ""}
              onChange={({ target }) => onTerm({ coding: { ...coding, reference: target.value || null } })}
            >
              <option value="">the first</option>
              {levels.map((level) => (
                <option key={level}>{level}</option>
              ))}
            </select>
          </Stacked>
        )}
        {coding.kind === "cut" && (
          <ComparisonFields
            when={coding.when}
            columns={"column" in of ? summary.columns : []}
            levels={levels}
            onWhen={(when) => onTerm({ coding: { kind: "cut", when } })}
          />
        )}
        <Stacked label="Name">
          <CommittedText
            value={term.label ?? ""}
            placeholder={label}
            onValue={(name) => onTerm({ label: name || null })}
          />
        </Stacked>
      </div>
    </details>
  );
}

function levelsOf({ of }: Term, summary: TableSummary, board: Board): string[] {
  if ("score" in of) return board.scores.find(({ id }) => id === of.score)?.groups.map(({ label }) => label) ?? [];
  return summary.columns.find(({ name }) => name === of.column)?.levels?.map(({ value }) => value) ?? [];
}

function codingOf(kind: Coding["kind"]): Coding {
  switch (kind) {
    case "perUnit":
      return { kind, per: 1 };
    case "levels":
      return { kind, reference: null };
    case "cut":
      return { kind, when: { op: "<", value: null, times: 1, limit: null } };
  }
}
