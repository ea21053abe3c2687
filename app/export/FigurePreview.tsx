"use client";

import { useEffect, useMemo, useState } from "react";
import type { ExportedPanel, ExportFormat } from "../../lib/export/exportFormat";
import type { Paper } from "../../lib/export/paper";
import { smallestPt } from "../../lib/export/paper";
import { printFigure } from "../../lib/export/printFigure";
import type { Privacy } from "../../lib/export/privacy";
import type { Answer } from "../../lib/worker/clientState";
import { SvgTree } from "../board/SvgTree";
import { Icon } from "../controls/Icon";
import { useAttempt } from "../failure/attempt";
import { FailureNote } from "../failure/FailureNote";
import styles from "./ExportDialog.module.css";
import { guarded } from "./exportRequest";

/**
 * The figure at the size it will have in print: a millimeter on the screen for a millimeter on paper, as far as the
 * screen is true.
 */
export function FigurePreview({
  answer,
  shown,
  paper,
  privacy,
  format,
}: {
  answer: Answer;
  shown: ExportedPanel;
  paper: Paper;
  privacy: Privacy;
  format: ExportFormat;
}) {
  const { panel, failed } = useGuarded(answer, shown, privacy);
  const figure = useMemo(
    () => panel && printFigure(panel, paper, privacy, { titleInside: true, page: 0 }),
    [panel, paper, privacy],
  );
  if (failed) return <FailureNote failed={failed} />;
  if (!figure) return <p className="quiet">Nothing is left to draw.</p>;
  return (
    <>
      <div className={styles.paper} data-testid="preview">
        <SvgTree node={figure.tree} />
      </div>
      {format.asks.includes("width") && (
        <p className={styles.check} data-good={figure.smallestPt >= smallestPt}>
          <Icon name={figure.smallestPt >= smallestPt ? "check" : "cross"} /> Smallest text {figure.smallestPt} pt:{" "}
          {figure.smallestPt >= smallestPt ? "large enough" : "too small to print"}
        </p>
      )}
      {figure.notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </>
  );
}

/** The panel as it will be written: at once where nothing is held back, else when it has been analyzed again. */
function useGuarded(answer: Answer, shown: ExportedPanel, privacy: Privacy) {
  const [made, setMade] = useState<ExportedPanel | null>(shown);
  const { failed, attempt } = useAttempt();
  const { smallGroups, smallest, cut } = privacy;
  useEffect(() => {
    let current = true;
    attempt("The preview cannot be shown", async () => {
      const { panels } = await guarded(answer, [shown], privacyOf(smallGroups, smallest, cut));
      if (current) setMade(panels[0] ?? null);
    });
    return () => {
      current = false;
    };
  }, [answer, shown, smallGroups, smallest, cut, attempt]);
  return { panel: made, failed };
}

const privacyOf = (smallGroups: Privacy["smallGroups"], smallest: number, cut: boolean): Privacy => ({
  wholeMonths: false,
  ticks: true,
  cut,
  smallGroups,
  smallest,
});
