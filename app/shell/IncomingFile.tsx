"use client";

import { openCohort, openNextCut } from "../actions/files/cohort";
import { openSecondFile } from "../actions/joins";
import { Dialog } from "../controls/Dialog";
import { attempt } from "../failure/attempt";
import { setView, useStore } from "../store";
import styles from "./IncomingFile.module.css";

/** What a file is that comes while a cohort is open: only the user knows. */
export function IncomingFile() {
  const incoming = useStore((state) => state.view.incoming);
  return incoming ? <Ask key={incoming.name} file={incoming} /> : null;
}

function Ask({ file }: { file: File }) {
  const close = () => setView({ incoming: null });
  const choose = (open: (file: File) => Promise<void>) => {
    close();
    attempt(`“${file.name}” was not opened`, () => open(file));
  };
  return (
    <Dialog label={`What is “${file.name}”?`} className={styles.dialog} onClose={close}>
      <h2>What is “{file.name}”?</h2>
      <button type="button" onClick={() => choose(openCohort)}>
        <strong>Another cohort</strong>
        <span>Starts afresh; the settings so far are left.</span>
      </button>
      <button type="button" onClick={() => choose(openSecondFile)}>
        <strong>More about the same patients</strong>
        <span>Samples, mutations, laboratory values: joined by patient id.</span>
      </button>
      <button type="button" onClick={() => choose(openNextCut)}>
        <strong>A new data cut of the same cohort</strong>
        <span>The settings stay; old and new numbers are shown side by side.</span>
      </button>
      <button type="button" data-look="plain" onClick={close}>
        Cancel
      </button>
    </Dialog>
  );
}
