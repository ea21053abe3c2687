"use client";

import { useState } from "react";
import type { Board } from "../../../lib/board/board";
import type { Inspection } from "../../../lib/cohort/inspect";
import type { TableSummary } from "../../../lib/cohort/tableSummary";
import { counted, formatCount } from "../../../lib/format";
import { ColumnList } from "./ColumnList";
import styles from "./Columns.module.css";
import { FileRows } from "./FileRows";

/** From so many columns on a list of them serves better than a wide table. */
const many = 40;

/** All columns, as a table of the rows or as a list; each opens its settings. */
export function Columns({
  summary,
  board,
  inspection,
}: {
  summary: TableSummary;
  board: Board;
  inspection: Inspection | null;
}) {
  const [asList, setAsList] = useState<boolean | null>(null);
  const [search, setSearch] = useState("");
  const list = asList ?? summary.columns.length > many;
  const words = search.trim().toLowerCase();
  const labels = new Map(board.columns.map(({ name, label }) => [name, label]));
  const found = summary.columns.filter(({ name }) => `${name} ${labels.get(name) ?? ""}`.toLowerCase().includes(words));
  return (
    <>
      <div className={styles.tools}>
        <input
          type="text"
          aria-label="Search the columns"
          placeholder={`Search ${counted(summary.columns.length, "column")}`}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        {words !== "" && <span className="quiet">{formatCount(found.length)} found</span>}
        <fieldset className={styles.views}>
          <legend className="hidden">Show columns as</legend>
          {[false, true].map((each) => (
            <label key={String(each)} data-chosen={each === list}>
              <input type="radio" className="hidden" checked={each === list} onChange={() => setAsList(each)} />
              {each ? "List" : "Rows"}
            </label>
          ))}
        </fieldset>
      </div>
      {list ? (
        <ColumnList columns={found} board={board} />
      ) : (
        <FileRows columns={found.slice(0, many)} summary={summary} board={board} wrong={inspection?.findings ?? []} />
      )}
      {!list && found.length > many && (
        <p className="quiet">
          The first {many} of {formatCount(found.length)} columns; the list has all of them.
        </p>
      )}
    </>
  );
}
