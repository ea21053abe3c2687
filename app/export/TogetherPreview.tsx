import { useEffect, useState } from "react";
import type { ExportedPanel, ExportFormat } from "../../lib/export/exportFormat";
import { type FigureFile, figureFile } from "../../lib/export/figureFile";
import { type Paper, pixelsPerMm } from "../../lib/export/paper";
import type { Privacy } from "../../lib/export/privacy";
import { formatCount, numberInWords } from "../../lib/format";
import type { Answer } from "../../lib/worker/clientState";
import { SvgTree } from "../board/SvgTree";
import { CopyButton } from "../controls/CopyButton";
import { Icon } from "../controls/Icon";
import { useAttempt } from "../failure/attempt";
import { FailureNote } from "../failure/FailureNote";
import styles from "./ExportDialog.module.css";
import { exportRequest } from "./exportRequest";

type Made = FigureFile | { refused: string } | null;

/** Several panels as one figure, from what will be written, with the legend that belongs to it; or why they cannot be one. */
export function TogetherPreview(props: {
  answer: Answer;
  shown: ExportedPanel;
  paper: Paper;
  privacy: Privacy;
  format: ExportFormat;
}) {
  const { made, failed } = useMade(props);
  if (failed) return <FailureNote failed={failed} />;
  if (made === undefined) return <p className="quiet">Preparing the preview…</p>;
  if (made === null) return <p className="quiet">Nothing is left to draw.</p>;
  if ("refused" in made) return <p role="alert">{made.refused}</p>;
  const { pages, legend } = made;
  const [figure] = pages;
  const size = [figure.width, figure.height].map((pixels) => formatCount(Math.round(pixels / pixelsPerMm))).join(" × ");
  return (
    <>
      <div className={styles.paper} data-testid="preview">
        <SvgTree node={figure.tree} />
      </div>
      <p className={styles.check}>
        <Icon name="check" /> {size} mm · smallest text {numberInWords(figure.smallestPt)} pt
      </p>
      {figure.notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      {legend && (
        <>
          <p>
            <strong>Legend of the figure</strong> <CopyButton text={legend} label="Copy" />
          </p>
          <p data-testid="legend">{legend}</p>
        </>
      )}
    </>
  );
}

function useMade({ answer, shown, paper, privacy, format }: Parameters<typeof TogetherPreview>[0]) {
  const [made, setMade] = useState<Made>();
  const { failed, attempt } = useAttempt();
  useEffect(() => {
    let current = true;
    attempt("The preview cannot be shown", async () => {
      const request = await exportRequest(answer, shown, format, { paper, privacy });
      const file = request && (await figureFile(request));
      if (current) setMade(file);
    });
    return () => {
      current = false;
    };
  }, [answer, shown, paper, privacy, format, attempt]);
  return { made, failed };
}
