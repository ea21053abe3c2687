"use client";

import { useEffect, useState } from "react";
import { isActive } from "../../lib/board/board";
import { formatCount } from "../../lib/format";
import { problem } from "../../lib/result";
import { openExample } from "../actions/files/cohort";
import { openFile, openFiles } from "../actions/files/given";
import { named, notOpened } from "../browser/namedFile";
import { FileButton } from "../controls/FileButton";
import { attempt } from "../failure/attempt";
import type { FileHandle } from "../storage/fileHandle";
import { recallHandle } from "../storage/handles";
import { lastFile } from "../storage/lastFile";
import { setView, useStore } from "../store";
import styles from "./ComingBack.module.css";
import { fileAgain, pickFiles } from "./fileHandles";

const pasted = "pasted cells";

/** Settings wait for the file they were made for: what to do, in place of another cohort under them. */
export function ComingBack() {
  const dataset = useStore((state) => state.dataset);
  const reading = useStore((state) => state.reading.state === "reading");
  const file = dataset.state === "awaited" ? dataset.file : null;
  const handle = useHandle(file);
  if (dataset.state !== "awaited") return null;
  const kept = file === null ? null : keptOf(file);
  return (
    <div className={styles.place}>
      <section className={styles.card} aria-labelledby="coming-back" aria-busy={reading}>
        <Curve />
        <h1 id="coming-back">{headline(file)}</h1>
        <p>{file === null ? ofLink : "Your data stay with you: this browser keeps the settings, never the file."}</p>
        {kept && <p className={styles.kept}>{kept}</p>}
        <div className={styles.actions}>
          {handle && (
            <button
              type="button"
              data-look="primary"
              disabled={reading}
              onClick={() => attempt("The file was not opened again", () => openAgain(handle))}
            >
              Open again
            </button>
          )}
          <FileButton
            label={handle ? "Open another file" : "Choose the file"}
            look={handle ? undefined : "primary"}
            pick={pickFiles}
            several
            onFiles={(given) => attempt(notOpened(given), () => openFiles(given.map(named)))}
          />
          <button
            type="button"
            data-look="plain"
            disabled={reading}
            onClick={() => attempt("The example was not opened", () => openExample())}
          >
            Look at the example instead
          </button>
        </div>
      </section>
    </div>
  );
}

const ofLink =
  "Drop that file anywhere on this page, and the settings of the link are used for it. It stays on this computer.";

function headline(file: string | null): string {
  if (file === null) return "These settings were made for another file: open it here";
  if (file === pasted) return "You had pasted cells open. Paste them again to go on";
  return `You had ${file} open. Drop it here to go on`;
}

/** What comes back with the file, where this tab has it. */
function keptOf(file: string): string | null {
  const kept = lastFile();
  if (kept?.name !== file || !kept.board) return null;
  const { panels, endpoints, scores, filters } = kept.board;
  const parts = [
    counted(panels.length, "panel"),
    counted(endpoints.length, "endpoint"),
    counted(scores.length, "score"),
    counted(filters.filter(isActive).length, "filter"),
  ].filter((part) => part !== null);
  return parts.length > 0 ? `Kept for you: ${parts.join(" · ")}` : null;
}

const counted = (count: number, noun: string) =>
  count === 0 ? null : `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;

/** The handle of the file, where the browser kept one. */
function useHandle(file: string | null): FileHandle | null {
  const [handle, setHandle] = useState<FileHandle | null>(null);
  useEffect(() => {
    let wanted = true;
    const kept = lastFile();
    if (kept && kept.name === file) recallHandle(kept).then((found) => wanted && setHandle(found));
    return () => {
      wanted = false;
    };
  }, [file]);
  return handle;
}

async function openAgain(handle: FileHandle): Promise<void> {
  try {
    const file = await fileAgain(handle);
    if (file) return await openFile(file);
    const message = "The browser was not allowed to read the file.";
    setView({
      message: problem("handle-refused", message, "Drop the file here, or choose it with “Open another file”."),
    });
  } catch {
    const message = `“${handle.name}” is no longer where it was.`;
    setView({ message: problem("handle-gone", message, "Drop the file here, or choose it with “Open another file”.") });
  }
}

/** A curve that waits for its patients. */
const Curve = () => (
  <svg className={styles.curve} viewBox="0 0 240 96" aria-hidden="true">
    <path d="M8 6v82h226" />
    <path d="M8 12h22v9h20v12h26v8h18v15h34v7h28v9h42v6h36" />
  </svg>
);
