"use client";

import { formatCount } from "../../lib/format";
import { useAnswer } from "../analysis";
import { Skeleton } from "../shell/Skeleton";
import { useStore } from "../store";
import { Asked } from "./Asked";
import { ColumnDialog } from "./columns/ColumnDialog";
import { Columns } from "./columns/Columns";
import styles from "./DataPlace.module.css";
import { DataSide } from "./DataSide";
import { EarlierCutView } from "./EarlierCutView";
import { Endpoints } from "./Endpoints";
import { Joins } from "./Joins";
import { Noticed } from "./Noticed";
import { PatientChoices } from "./PatientChoices";
import { ReadingControls } from "./ReadingControls";
import { StudyFiles } from "./StudyFiles";

/** What the file says, how it is read, and who is left out. */
export function DataPlace() {
  const { answer, inspection } = useAnswer();
  const board = useStore((state) => state.board);
  const study = useStore(({ dataset }) => (dataset.state === "ready" ? dataset.study : null));
  const file = useStore(({ dataset }) => (dataset.state === "ready" ? dataset.file : null));
  const earlier = useStore((state) => state.earlierCut);
  if (!answer) return <Skeleton of="lines" />;
  const { snapshot, summary } = answer;
  return (
    <div className={styles.place}>
      <div className={styles.main}>
        {earlier && (
          <section className={styles.card}>
            <h1>Before and now</h1>
            <EarlierCutView answer={answer} />
          </section>
        )}
        {study && (
          <section className={styles.card}>
            <h1>Files of this cohort</h1>
            <StudyFiles lines={study} board={board} views={snapshot.joins} />
          </section>
        )}
        <section className={styles.card}>
          <h1>{file === null ? "How it is read" : `We read “${file}”`}</h1>
          <Endpoints board={board} views={snapshot.endpoints} summary={summary} />
        </section>
        <Asked answer={answer} board={board} />
        <Noticed findings={inspection?.findings ?? []} notices={summary.notices} questions={summary.questions} />
        <section className={styles.card}>
          <h1>Patients and groups</h1>
          <PatientChoices board={board} summary={summary} />
        </section>
        <section className={styles.card}>
          <h1>The table</h1>
          <p className="quiet">
            {formatCount(summary.columns.length)} columns, {formatCount(summary.rows)} rows · click a cell to correct
            it, a button below a name for its column
          </p>
          <Columns summary={summary} board={board} inspection={inspection} />
        </section>
        <section className={styles.card}>
          <h1>Second files</h1>
          <p className="quiet">
            Samples, mutations, laboratory values or follow-up of the same patients, joined by their id.
          </p>
          <Joins board={board} views={snapshot.joins} summary={summary} />
        </section>
        <section className={styles.card}>
          <h1>How the file is read</h1>
          <ReadingControls reading={summary.reading} board={board} />
        </section>
      </div>
      <DataSide answer={answer} inspection={inspection} board={board} />
      <ColumnDialog />
    </div>
  );
}
