"use client";

import { formatCount } from "../../lib/format";
import { openNextCut } from "../actions/files/cohort";
import { openAsCohort } from "../actions/files/given";
import { openSecondFile } from "../actions/joins";
import { Dialog } from "../controls/Dialog";
import { attempt } from "../failure/attempt";
import { type GivenTables, setView, useStore } from "../store";
import styles from "./IncomingFile.module.css";

/** What files are that come while a cohort is open: only the user knows. */
export function IncomingFile() {
  const incoming = useStore((state) => state.view.incoming);
  return incoming ? <Ask key={incoming.files.map(({ path }) => path).join()} tables={incoming} /> : null;
}

function Ask({ tables }: { tables: GivenTables }) {
  const [first, ...more] = tables.files;
  if (!first) return null;
  const alone = more.length === 0;
  const what = alone ? `“${first.file.name}”` : `“${first.file.name}” and ${formatCount(more.length)} more`;
  const close = () => setView({ incoming: null });
  const choose = (open: () => Promise<void>) => {
    close();
    attempt(`${what} ${alone ? "was" : "were"} not opened`, open);
  };
  const joinAll = async () => {
    for (const { file } of tables.files) await openSecondFile(file);
  };
  const { dataset } = useStore.getState();
  const isOpen =
    alone && dataset.state === "ready" && dataset.file === first.file.name && dataset.size === first.file.size;
  const question = alone ? `What is ${what}?` : `What are ${what}?`;
  return (
    <Dialog label={question} className={styles.dialog} onClose={close}>
      <h2>{question}</h2>
      <button type="button" onClick={() => choose(() => openAsCohort(tables))}>
        <strong>Another cohort</strong>
        <span>
          {isOpen
            ? "The file that is open, by its name and size: read again, with the settings kept for it."
            : alone
              ? "Starts afresh; the settings so far are left."
              : "One of them is the patients, the others are joined to it. Starts afresh; the settings so far are left."}
        </span>
      </button>
      <button type="button" onClick={() => choose(joinAll)}>
        <strong>More about the same patients</strong>
        <span>Samples, mutations, laboratory values: joined by patient id.</span>
      </button>
      {alone && (
        <button type="button" onClick={() => choose(() => openNextCut(first.file))}>
          <strong>A new data cut of the same cohort</strong>
          <span>The settings stay; old and new numbers are shown side by side.</span>
        </button>
      )}
      <button type="button" data-look="plain" onClick={close}>
        Cancel
      </button>
    </Dialog>
  );
}
