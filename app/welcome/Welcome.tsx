"use client";

import { useState } from "react";
import { openFiles } from "../actions/files/given";
import { named, notOpened } from "../browser/namedFile";
import { pickFiles } from "../comingBack/fileHandles";
import { FileButton } from "../controls/FileButton";
import { attempt } from "../failure/attempt";
import { part } from "../parts/part";
import { isFirstVisit, wasHere } from "../storage/firstVisit";
import { useStore } from "../store";
import styles from "./Welcome.module.css";

/** Files to try opening: what their rows look like. */
const samples = [
  { name: "synthetic-dates.csv", shows: "dates", text: part(() => import("../../public/samples/synthetic-dates.csv")) },
  {
    name: "synthetic-months.csv",
    shows: "months and 0/1",
    text: part(() => import("../../public/samples/synthetic-months.csv")),
  },
  {
    name: "synthetic-competing.csv",
    shows: "competing events",
    text: part(() => import("../../public/samples/synthetic-competing.csv")),
  },
  {
    name: "synthetic-intervals.csv",
    shows: "start and stop",
    text: part(() => import("../../public/samples/synthetic-intervals.csv")),
  },
];

/** On the first visit, over the example: what it is, and the ways on. It goes with whatever is done. */
export function Welcome() {
  const [open, setOpen] = useState(isFirstVisit);
  const example = useStore((state) => state.dataset.state === "ready" && state.dataset.example);
  const onBoard = useStore((state) => state.view.place === "board");
  const steps = useStore.temporal.getState().pastStates.length;
  useStore((state) => state.board);
  if (!open || !example || !onBoard || steps > 0) return null;
  const close = () => {
    wasHere();
    setOpen(false);
  };
  return (
    <aside className={styles.card} aria-label="Welcome">
      <p>
        <strong>This cohort is made up.</strong> Open yours, or drop it anywhere on the page. It stays on this computer.
      </p>
      <p className={styles.ways}>
        <FileButton
          label="Open my file"
          title="Open a cohort file, all files of a study, or a saved board"
          testId="first-file"
          look="primary"
          pick={pickFiles}
          several
          onFiles={(files) => {
            close();
            attempt(notOpened(files), () => openFiles(files.map(named)));
          }}
        />
        <button type="button" onClick={close}>
          Look around
        </button>
      </p>
      <p className="quiet">Or try a small made-up file with</p>
      <ul>
        {samples.map(({ name, shows, text }) => (
          <li key={name}>
            <button
              type="button"
              data-look="plain"
              onClick={() => {
                close();
                attempt(`“${name}” was not opened`, async () =>
                  openFiles([named(new File([(await text()).default], name, { type: "text/csv" }))]),
                );
              }}
            >
              {shows}
            </button>
          </li>
        ))}
      </ul>
    </aside>
  );
}
