"use client";

import { counted } from "../../lib/format";
import type { StudyLine } from "../store";
import styles from "./StudyFiles.module.css";

/** Of several files given at once: what each gave to the cohort, and which were not used and why. */
export function StudyFiles({ lines }: { lines: readonly StudyLine[] }) {
  const used = lines.filter((line) => line.used);
  const others = lines.filter((line) => !line.used);
  return (
    <>
      <Lines lines={used} />
      {others.length > 0 && (
        <details open={others.length <= 4}>
          <summary>{counted(others.length, "file")} not used</summary>
          <Lines lines={others} />
        </details>
      )}
    </>
  );
}

const Lines = ({ lines }: { lines: readonly StudyLine[] }) => (
  <ul className={styles.lines}>
    {lines.map(({ file, says }) => (
      <li key={file + says}>
        <strong>{file}</strong> <span className="quiet">{says}</span>
      </li>
    ))}
  </ul>
);
