"use client";

import type { Board, Join } from "../../lib/board/board";
import { calledFile } from "../../lib/board/calledFile";
import type { JoinCounts, JoinView } from "../../lib/cohort/link";
import { takenInWords } from "../../lib/cohort/rowChoiceWords";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import { counted, formatCount } from "../../lib/format";
import { dropTaken, openSecondFile, removeJoin, setJoin } from "../actions/joins";
import { useAnswer } from "../analysis";
import { named } from "../controls/choices";
import { FileButton } from "../controls/FileButton";
import { Labeled } from "../controls/Labeled";
import { Picker } from "../controls/Picker";
import { attempt } from "../failure/attempt";
import { ProblemNote, Rows } from "../problems/ProblemNote";
import { useStore } from "../store";
import { ExampleFiles } from "./ExampleFiles";
import { GenesOfFile } from "./GenesOfFile";
import styles from "./Joins.module.css";
import { TakeColumn } from "./TakeColumn";

/** Second files of the same patients: samples, mutations, laboratory values. */
export function Joins({ board, views, summary }: { board: Board; views: JoinView[]; summary: TableSummary }) {
  const { seconds } = useAnswer();
  const example = useStore(({ dataset }) => dataset.state === "ready" && dataset.example);
  return (
    <div className={styles.joins}>
      {board.joins.map((join) => (
        <JoinCard
          key={join.id}
          join={join}
          board={board}
          view={views.find(({ id }) => id === join.id)}
          cohort={summary}
          second={seconds.get(join.id)}
        />
      ))}
      {example && <ExampleFiles joined={board.joins.map(({ source }) => source.file)} />}
      <FileButton
        label="+ Join a second file"
        testId="second-file"
        onFiles={([file]) => file && attempt(`“${file.name}” was not joined`, () => openSecondFile(file))}
      />
    </div>
  );
}

function JoinCard({
  join,
  board,
  view,
  cohort,
  second,
}: {
  join: Join;
  board: Board;
  view: JoinView | undefined;
  cohort: TableSummary;
  second: TableSummary | undefined;
}) {
  const taken = new Set(join.take.map(({ name }) => name));
  return (
    <article className={styles.join} aria-label={`Joined file ${calledFile(join.source.file, "")}`}>
      <header className={styles.head}>
        <strong>{calledFile(join.source.file, "Second file")}</strong>
        {second && (
          <span className="quiet">
            {formatCount(second.rows)} rows, {formatCount(second.columns.length)} columns
          </span>
        )}
        <button type="button" data-look="plain" onClick={() => removeJoin(join.id)}>
          Take away
        </button>
      </header>
      <div className={styles.keys}>
        {join.genes?.form !== "matrix" && (
          <Labeled label={join.through ? "Its sample id" : "Its patient id"}>
            <Picker
              value={join.key}
              choices={named(second?.columns.map(({ name }) => name) ?? [join.key])}
              onValue={(key) => setJoin(join.id, { key })}
            />
          </Labeled>
        )}
        <Labeled label="is in the cohort">
          <Picker
            value={join.to}
            choices={named(cohort.columns.map(({ name }) => name).filter((name) => !taken.has(name)))}
            onValue={(to) => setJoin(join.id, { to })}
          />
        </Labeled>
      </div>
      {join.through && (
        <p className="quiet">
          Its samples are those of “{join.through.column}” in{" "}
          {calledFile(board.joins.find(({ id }) => id === join.through?.join)?.source.file, "another file")}.{" "}
          <button type="button" data-look="plain" onClick={() => setJoin(join.id, { through: null })}>
            Match them with patients directly
          </button>
        </p>
      )}
      {view?.counts && <Counts counts={view.counts} join={join} />}
      {view?.problems.map((problem) => (
        <ProblemNote key={problem.code + problem.message} problem={problem} />
      ))}
      {!second && (
        <FileButton
          label={`Open ${calledFile(join.source.file, "the file")}`}
          onFiles={([file]) => file && attempt(`“${file.name}” was not joined`, () => openSecondFile(file, join.id))}
        />
      )}
      {second && <GenesOfFile join={join} second={second} />}
      {join.take.length > 0 && (
        <ul className={styles.taken}>
          {join.take.map((each) => (
            <li key={each.name}>
              <span>
                <strong>{each.name}</strong> <span className="quiet">{takenInWords(each)}</span>
              </span>
              <button
                type="button"
                data-look="plain"
                aria-label={`Take ${each.name} away`}
                onClick={() => dropTaken(join.id, each.name)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      {second && <TakeColumn join={join} second={second} cohort={cohort} />}
    </article>
  );
}

/** What matched and what did not, on both sides. */
function Counts({ counts, join }: { counts: JoinCounts; join: Join }) {
  const nothing = counts.matchedPatients === 0;
  return (
    <div className={styles.counts} data-nothing={nothing} data-testid="join-counts">
      <p>
        <strong>
          {formatCount(counts.matchedPatients)} of {formatCount(counts.patients)} patients
        </strong>{" "}
        are in this file
        {counts.severalRows > 0 && `, ${formatCount(counts.severalRows)} of them with several rows`}
        {counts.unmatchedPatientCount > 0 && (
          <span className="quiet">
            {" "}
            · without: <Rows rows={counts.unmatchedPatients} title="Patients without a row in the second file" />
          </span>
        )}
      </p>
      <p>
        {formatCount(counts.matchedRows)} of its {formatCount(counts.rows)}{" "}
        {join.genes?.form === "matrix" ? "samples" : "rows"} belong to a patient of the cohort
        {counts.unmatchedRowCount > 0 && (
          <span className="quiet">
            {" "}
            · not:{" "}
            <Rows
              rows={counts.unmatchedRows}
              title="Rows of the second file without a patient"
              columns={[join.key]}
              join={join.id}
            />
          </span>
        )}
      </p>
      {counts.wouldMatchLoosely > 0 && (
        <p>
          {counted(counts.wouldMatchLoosely, "more row")} would match if case, blanks, hyphens and leading zeros made no
          difference.{" "}
          <button type="button" onClick={() => setJoin(join.id, { match: "loose" })}>
            Match them
          </button>
        </p>
      )}
      {counts.wouldMatchByBeginning > 0 && (
        <p>
          {counted(counts.wouldMatchByBeginning, "more row")} would match by how their ids begin: one that goes on after
          a patient’s id, as in “P-007-T1”, is a sample of that patient.{" "}
          <button type="button" onClick={() => setJoin(join.id, { match: "beginning" })}>
            Match them
          </button>
        </p>
      )}
      {join.match === "beginning" && (
        <p className="quiet">
          Ids that begin with a patient’s are matched with that patient.{" "}
          <button type="button" data-look="plain" onClick={() => setJoin(join.id, { match: "exact" })}>
            Match whole ids
          </button>
        </p>
      )}
      {join.match === "loose" && (
        <p className="quiet">
          Matched without regard to case, blanks, hyphens and leading zeros.{" "}
          <button type="button" data-look="plain" onClick={() => setJoin(join.id, { match: "exact" })}>
            Match exactly
          </button>
        </p>
      )}
    </div>
  );
}
