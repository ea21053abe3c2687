"use client";

import type { Board } from "../../lib/board/board";
import type { JoinView } from "../../lib/cohort/link";
import { roleInWords } from "../../lib/cohort/study/studyFiles";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import { counted, formatCount } from "../../lib/format";
import { useAnswer } from "../analysis";
import type { StudyLine } from "../store";
import styles from "./StudyFiles.module.css";

/** Of several files given at once: what each gives to the cohort as the board joins it now, and which are not used and why. */
export function StudyFiles({
  lines,
  board,
  views,
}: {
  lines: readonly StudyLine[];
  board: Board;
  views: readonly JoinView[];
}) {
  const { seconds } = useAnswer();
  const said = lines.map((line): Said => {
    if (line.as === "patients") return { file: line.file, used: true, says: "the patients" };
    if (line.as === "codeBook") {
      const says = `a code book, which says what the values of ${counted(line.columns, "column")} mean`;
      return { file: line.file, used: true, says };
    }
    if (line.as === "unused") return { file: line.file, used: false, says: line.why };
    const join = board.joins.find(({ id }) => id === line.join);
    if (!join) return { file: line.file, used: false, says: "taken away" };
    const view = views.find(({ id }) => id === line.join);
    return {
      file: line.file,
      used: true,
      says: `${roleInWords[line.role]}, ${given(join, view, seconds.get(join.id))}`,
    };
  });
  const others = said.filter(({ used }) => !used);
  return (
    <>
      <Lines lines={said.filter(({ used }) => used)} />
      {others.length > 0 && (
        <details open={others.length <= 4}>
          <summary>{counted(others.length, "file")} not used</summary>
          <Lines lines={others} />
        </details>
      )}
    </>
  );
}

interface Said {
  file: string;
  used: boolean;
  says: string;
}

/** "joined: 40 of 42 patients; 12 of 60 columns taken". */
function given(
  { key, take }: Board["joins"][number],
  view: JoinView | undefined,
  second: TableSummary | undefined,
): string {
  const counts = view?.counts;
  if (!counts) return "not joined: see below";
  const of = `joined: ${formatCount(counts.matchedPatients)} of ${counted(counts.patients, "patient")}`;
  const names = second?.columns.filter(({ name }) => name !== key).length ?? 0;
  const columns = take.length > 0 ? `; ${formatCount(take.length)} of ${counted(names, "column")} taken` : "";
  const several =
    counts.severalRows > 0 && take.length === 0 ? `; ${counted(counts.severalRows, "patient")} with several rows` : "";
  return `${of}${columns}${several}`;
}

const Lines = ({ lines }: { lines: readonly Said[] }) => (
  <ul className={styles.lines}>
    {lines.map(({ file, says }) => (
      <li key={file + says}>
        <strong>{file}</strong> <span className="quiet">{says}</span>
      </li>
    ))}
  </ul>
);
