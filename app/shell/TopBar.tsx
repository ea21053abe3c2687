"use client";

import { formatCount } from "../../lib/format";
import { openExample } from "../actions/files/cohort";
import { openFiles } from "../actions/files/given";
import { saveBoard } from "../actions/files/savedBoard";
import { cancelReading } from "../actions/reading";
import { useAnswer } from "../analysis";
import { named, notOpened } from "../browser/namedFile";
import { pickFiles } from "../comingBack/fileHandles";
import { FileButton } from "../controls/FileButton";
import { Icon } from "../controls/Icon";
import { Unfolding } from "../controls/Unfolding";
import { ExportMenu } from "../export/ExportMenu";
import { attempt } from "../failure/attempt";
import { useWarehouse } from "../live/warehouse";
import { Later } from "../parts/Later";
import { part } from "../parts/part";
import { PresentButton } from "../present/PresentButton";
import { type Place, redo, setView, undo, useStore } from "../store";
import styles from "./TopBar.module.css";
import { rememberTheme } from "./theme";

const places: [Place, string][] = [
  ["data", "Data"],
  ["scores", "Scores"],
  ["board", "Board"],
  ["methods", "Methods"],
];

export function TopBar() {
  const place = useStore((state) => state.view.place);
  const open = useStore((state) => state.dataset.state === "ready");
  return (
    <header className={styles.bar}>
      <span className={styles.name}>
        <svg viewBox="0 0 22 18" width="22" height="18" aria-hidden="true">
          <path d="M1 2h5v5h5v4h5v4h5" fill="none" stroke="currentColor" strokeWidth="2.4" />
        </svg>
        <span>Meierboard</span>
      </span>
      <nav className={styles.places} aria-label="Places">
        {places.map(([id, label]) => (
          <button
            key={id}
            type="button"
            aria-current={place === id ? "page" : undefined}
            onClick={() => setView({ place: id })}
          >
            {label}
          </button>
        ))}
      </nav>
      <SourcePill />
      <Unfolding title="Open, undo, save, export and more" className={styles.tools}>
        <OpenButton />
        <UndoButtons />
        <ThemeButton />
        <button
          type="button"
          aria-label="Help"
          title="What the words mean, and the keys (?)"
          onClick={() => setView({ help: true })}
        >
          ?
        </button>
        <button
          type="button"
          disabled={!open}
          onClick={() => attempt("The settings were not saved", saveBoard)}
          title="Save the settings as a board file. Data is not in it."
        >
          Save
        </button>
        <ExportMenu />
      </Unfolding>
      <PresentButton />
    </header>
  );
}

const loadPill = part(() => import("../live/WarehousePill"));
/** None is no count: nothing was read yet. */
const soFar = (rows: number) => (rows > 0 ? ` · ${formatCount(rows)} rows` : "");

function SourcePill() {
  const dataset = useStore((state) => state.dataset);
  const reading = useStore((state) => state.reading);
  const { answer, rereading } = useAnswer();
  const { there, called } = useWarehouse();
  const count = (what: string) => (answer ? ` · ${formatCount(answer.summary.rows)} ${what}` : "");
  // Not once another file was opened.
  if (there && reading.state !== "reading" && (dataset.state !== "ready" || dataset.file === called))
    return <Later load={loadPill} show={({ WarehousePill }) => <WarehousePill className={styles.pill} />} />;
  if (reading.state === "reading") {
    const percent = Math.round((100 * reading.bytes) / Math.max(1, reading.size));
    return (
      <span className={styles.pill} role="status">
        <progress value={percent} max={100} aria-label={`Reading ${reading.file}`} />
        <span>
          Reading {reading.file}
          {soFar(reading.rows)}
        </span>
        <button type="button" data-look="plain" onClick={cancelReading}>
          Cancel
        </button>
      </span>
    );
  }
  if (rereading && rereading.bytes < rereading.size)
    return (
      <span className={styles.pill} role="status">
        <progress value={rereading.bytes} max={rereading.size} aria-label="Reading the file again" />
        <span>Reading again{soFar(rereading.rows)}</span>
        <button type="button" data-look="plain" onClick={undo}>
          Undo
        </button>
      </span>
    );
  if (dataset.state === "none") return <span className={styles.pill}>Opening the synthetic example…</span>;
  if (dataset.state === "awaited") return <span className={styles.pill}>No file is open</span>;
  return (
    <span className={styles.pill} data-testid="source">
      {dataset.example ? (
        <span className={styles.of}>
          Example: synthetic LMS cohort{count("patients")} ·{" "}
          <a href="example/synthetic-lms-cohort.csv" download>
            download
          </a>
        </span>
      ) : (
        <span className={styles.of}>
          <span className={styles.file}>{dataset.file}</span>
          <span className={styles.wide}>{count("rows")}</span> ·{" "}
          <button
            type="button"
            data-look="plain"
            aria-label="back to the example"
            onClick={() => attempt("The example was not opened", openExample)}
          >
            <span>
              <span className={styles.wide}>back </span>to the example
            </span>
          </button>
        </span>
      )}
      <span> · stays on this computer</span>
    </span>
  );
}

function OpenButton() {
  return (
    <FileButton
      label="Open file"
      title="Open a cohort file, all files of a study, or a saved board. You can also drop files or paste cells."
      testId="file"
      pick={pickFiles}
      several
      onFiles={(files) => attempt(notOpened(files), () => openFiles(files.map(named)))}
    />
  );
}

function UndoButtons() {
  // The buttons follow the board: each undo or redo changes it.
  useStore((state) => state.board);
  const { pastStates, futureStates } = useStore.temporal.getState();
  return (
    <div className={styles.steps} data-stays="">
      <button type="button" aria-label="Undo" title="Undo (Ctrl+Z)" disabled={pastStates.length === 0} onClick={undo}>
        <Icon name="undo" />
      </button>
      <button
        type="button"
        aria-label="Redo"
        title="Redo (Ctrl+Shift+Z)"
        disabled={futureStates.length === 0}
        onClick={redo}
      >
        <Icon name="redo" />
      </button>
    </div>
  );
}

function ThemeButton() {
  const theme = useStore((state) => state.view.theme);
  const other = theme === "light" ? "dark" : "light";
  return (
    <button
      type="button"
      aria-label={`Switch to the ${other} theme`}
      title={`Switch to the ${other} theme`}
      onClick={() => {
        setView({ theme: other });
        rememberTheme(other);
      }}
    >
      <Icon name="contrast" />
    </button>
  );
}
