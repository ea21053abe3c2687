"use client";

import type { Board } from "../../../lib/board/board";
import type { Coding, Term } from "../../../lib/board/panelForms/term";
import type { TableSummary } from "../../../lib/cohort/tableSummary";
import { CommittedNumber, CommittedText } from "../../controls/Committed";
import { named, none, worded } from "../../controls/choices";
import { Labeled } from "../../controls/Labeled";
import { Select } from "../../controls/Select";
import { ComparisonFields } from "../../scores/ComparisonFields";
import fields from "../../scores/FactorEditor.module.css";
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
        <Labeled look="above" label="Coded">
          <Select
            value={coding.kind}
            choices={worded({ perUnit: "per unit", levels: "by levels", cut: "cut in two" })}
            onValue={(kind) => onTerm({ coding: codingOf(kind) })}
          />
        </Labeled>
        {coding.kind === "perUnit" && (
          <Labeled look="above" label="Per how many units">
            <CommittedNumber
              value={coding.per}
              accepts={(per) => per > 0}
              onValue={(per) => per !== null && onTerm({ coding: { ...coding, per } })}
            />
          </Labeled>
        )}
        {coding.kind === "levels" && (
          <Labeled look="above" label="Reference">
            <Select
              value={coding.reference}
              choices={[none("the first"), ...named(levels)]}
              onValue={(reference) => onTerm({ coding: { ...coding, reference } })}
            />
          </Labeled>
        )}
        {coding.kind === "cut" && (
          <ComparisonFields
            when={coding.when}
            columns={"column" in of ? summary.columns : []}
            levels={levels}
            onWhen={(when) => onTerm({ coding: { kind: "cut", when } })}
          />
        )}
        <Labeled look="above" label="Name">
          <CommittedText
            value={term.label ?? ""}
            placeholder={label}
            onValue={(name) => onTerm({ label: name || null })}
          />
        </Labeled>
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
