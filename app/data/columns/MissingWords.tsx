"use client";

import type { Board } from "../../../lib/board/board";
import type { ColumnSummary } from "../../../lib/cohort/tableSummary";
import { formatCount } from "../../../lib/format";
import { setColumn } from "../../actions/mapping";
import { CommittedText } from "../../controls/Committed";
import { Labeled } from "../../controls/Labeled";
import { withBlanksShown } from "../../rows/blanks";
import styles from "./ColumnDialog.module.css";

/** The words that mean "no value" here: those that were read so, and those the user adds. */
export function MissingWords({ column, board }: { column: ColumnSummary; board: Board }) {
  const { name, missingWords } = column;
  const choice = board.columns.find((each) => each.name === name) ?? { name };
  const { missing = [], notMissing = [] } = choice;
  const present = new Set(missingWords.map(({ word }) => word));
  const absent = missing.filter((word) => !present.has(word)).map((word) => ({ word, count: 0 }));
  const keep = (word: string) =>
    missing.includes(word)
      ? setColumn(name, { missing: missing.filter((each) => each !== word) })
      : setColumn(name, { notMissing: [...notMissing, word] });
  return (
    <section className={styles.part} aria-label="Missing values">
      <h3>Missing values</h3>
      <ul className={styles.words}>
        {[...missingWords, ...absent].map(({ word, count }) => (
          <li key={word}>
            <span>
              <mark>{withBlanksShown(word)}</mark> <span className="quiet">×{formatCount(count)}</span>
            </span>
            <button type="button" data-look="plain" onClick={() => keep(word)}>
              it is a value
            </button>
          </li>
        ))}
        {notMissing.map((word) => (
          <li key={word}>
            <span>
              <mark>{word}</mark> <span className="quiet">is a value here</span>
            </span>
            <button
              type="button"
              data-look="plain"
              onClick={() => setColumn(name, { notMissing: notMissing.filter((each) => each !== word) })}
            >
              read as missing
            </button>
          </li>
        ))}
      </ul>
      <Labeled label="Also means missing">
        <CommittedText
          value=""
          placeholder="999"
          onValue={(word) => word !== "" && setColumn(name, { missing: [...missing, word] })}
        />
      </Labeled>
    </section>
  );
}
