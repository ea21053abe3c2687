"use client";

import { useState } from "react";
import type { ColumnDetails } from "../../../lib/cohort/columnDetails";
import { formatCount } from "../../../lib/format";
import { nth } from "../../../lib/numeric/nth";
import { mergeLevels } from "../../actions/columns";
import { Select } from "../../controls/Select";
import { withBlanksShown } from "../../rows/blanks";
import styles from "./ColumnDialog.module.css";

/** Spellings that are probably one value: merged only on request, and undone in the ledger of changed cells. */
export function MergeLevels({ details }: { details: ColumnDetails }) {
  if (details.variants.length === 0) return null;
  return (
    <section className={styles.part} aria-label="Spellings">
      <h3>One value, several spellings?</h3>
      {details.variants.map((group) => (
        <Proposal key={JSON.stringify(group)} column={details.name} group={group} />
      ))}
    </section>
  );
}

function Proposal({ column, group }: { column: string; group: ColumnDetails["variants"][number] }) {
  const [to, setTo] = useState(nth(group, 0).value);
  const values = group.map(({ value }) => value);
  return (
    <div className={styles.proposal}>
      <p>{group.map(({ value, count }) => `“${withBlanksShown(value)}” (${formatCount(count)})`).join(", ")}</p>
      <div className={styles.row}>
        <button type="button" onClick={() => mergeLevels(column, values, to)}>
          Merge into
        </button>
        <Select
          label="Spelling that stays"
          value={to}
          choices={values.map((value) => ({ value, label: withBlanksShown(value) }))}
          onValue={setTo}
        />
      </div>
    </div>
  );
}
