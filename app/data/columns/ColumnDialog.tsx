"use client";

import { useEffect, useState } from "react";
import type { Board } from "../../../lib/board/board";
import type { ColumnDetails } from "../../../lib/cohort/columnDetails";
import { isFlagged } from "../../../lib/cohort/groupable";
import { madeBy } from "../../../lib/cohort/madeBy";
import type { ColumnSummary } from "../../../lib/cohort/tableSummary";
import { counted, formatCount } from "../../../lib/format";
import { setColumn } from "../../actions/mapping";
import { theClient, useAnswer } from "../../analysis";
import { CommittedText } from "../../controls/Committed";
import { worded } from "../../controls/choices";
import { Dialog } from "../../controls/Dialog";
import { Labeled } from "../../controls/Labeled";
import { Select } from "../../controls/Select";
import { useAttempt } from "../../failure/attempt";
import { FailureNote } from "../../failure/FailureNote";
import { setView, useStore } from "../../store";
import styles from "./ColumnDialog.module.css";
import { kindWords, roleOf, whyIdle } from "./columnWords";
import { Derive } from "./Derive";
import { LevelList } from "./LevelList";
import { MergeLevels } from "./MergeLevels";
import { MissingWords } from "./MissingWords";

/** Everything that can be said about one column, beside the table. */
export function ColumnDialog() {
  const name = useStore((state) => state.view.column);
  const board = useStore((state) => state.board);
  const { answer } = useAnswer();
  const column = answer?.summary.columns.find((each) => each.name === name);
  return answer && column ? (
    <Settings key={column.name} column={column} columns={answer.summary.columns} board={board} />
  ) : null;
}

const close = () => setView({ column: null });

function Settings({ column, columns, board }: { column: ColumnSummary; columns: ColumnSummary[]; board: Board }) {
  const { details, failed } = useDetails(column.name);
  const { name, kind } = column;
  const choice = board.columns.find((each) => each.name === name) ?? { name };
  const made = madeBy(board, name);
  return (
    <Dialog label={`Settings of ${name}`} title={name} className={styles.dialog} light onClose={close}>
      <div className={styles.body}>
        <p className="quiet">{inWords(column, board)}</p>
        <section className={styles.fields}>
          <Labeled label="Shown as">
            <CommittedText
              value={choice.label ?? ""}
              placeholder={name}
              onValue={(label) => setColumn(name, { label: label === "" ? undefined : label })}
            />
          </Labeled>
          {made === null && (
            <Labeled label="Kind">
              <Select
                value={kind}
                choices={worded(kindWords)}
                onValue={(chosen) => setColumn(name, { kind: chosen })}
              />
            </Labeled>
          )}
          {kind === "number" && (
            <Labeled label="Unit">
              <CommittedText
                value={choice.unit ?? ""}
                placeholder="g/dL"
                onValue={(unit) => setColumn(name, { unit: unit === "" ? undefined : unit })}
              />
            </Labeled>
          )}
          <Identifying column={column} board={board} />
        </section>
        {failed && <FailureNote failed={failed} />}
        {details?.name === name && (
          <>
            <MergeLevels details={details} />
            {kind === "category" ? <LevelList details={details} /> : <AsCategories details={details} />}
          </>
        )}
        {made === null && <MissingWords column={column} board={board} />}
        <Derive column={column} columns={columns} board={board} />
      </div>
    </Dialog>
  );
}

/** A number or date column can group as well; its levels are folded away. */
function AsCategories({ details }: { details: ColumnDetails }) {
  if (!details.levels || details.levels.length === 0) return null;
  return (
    <details>
      <summary>As groups: {counted(details.levels.length, "level")}</summary>
      <LevelList details={details} />
    </details>
  );
}

/** The column closely, as of the last answer. */
function useDetails(name: string) {
  const { answer } = useAnswer();
  const { failed, attempt } = useAttempt();
  const [details, setDetails] = useState<ColumnDetails | null>(null);
  useEffect(() => {
    let wanted = answer !== null;
    attempt("The values of this column cannot be shown", async () => {
      const found = await theClient().column(name);
      if (wanted) setDetails(found);
    });
    return () => {
      wanted = false;
    };
  }, [answer, name, attempt]);
  return { details, failed };
}

function inWords(column: ColumnSummary, board: Board): string {
  const { name, kind, valid, missing, unparsed, min, max, distinct } = column;
  return [
    roleOf(board, name),
    madeBy(board, name),
    whyIdle(column),
    counted(valid, "value"),
    kind === "category" && distinct !== null ? `${formatCount(distinct)} different` : null,
    min === null ? null : `${min} to ${max}`,
    missing > 0 ? `${formatCount(missing)} missing` : null,
    unparsed > 0 ? `${formatCount(unparsed)} not a ${kind}` : null,
  ]
    .filter((part) => part !== null)
    .join(" · ");
}

function Identifying({ column, board }: { column: ColumnSummary; board: Board }) {
  const flagged = isFlagged(board, column);
  const why = column.identifying;
  return (
    <label className={styles.identifying}>
      <input type="checkbox" checked={flagged} onChange={() => setColumn(column.name, { identifying: !flagged })} />
      <span>
        Identifies patients: kept out of exports and saved settings
        <span className="quiet">
          {why === null ? "Nothing identifying was found, which is no proof." : `Looks identifying: ${why}.`}
        </span>
      </span>
    </label>
  );
}
