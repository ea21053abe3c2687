"use client";

import { useEffect, useMemo, useState } from "react";
import type { ExportedPanel, ExportFormat } from "../../lib/export/exportFormat";
import { type Paper, pixelsPerMm, smallestPt } from "../../lib/export/paper";
import { heightNote, printFigure, printPages } from "../../lib/export/printFigure";
import type { Privacy } from "../../lib/export/privacy";
import { formatCount, numberInWords } from "../../lib/format";
import type { Answer } from "../../lib/worker/clientState";
import { SvgTree } from "../board/SvgTree";
import { Icon } from "../controls/Icon";
import { useAttempt } from "../failure/attempt";
import { FailureNote } from "../failure/FailureNote";
import styles from "./ExportDialog.module.css";
import { guarded } from "./exportRequest";

/**
 * The figure, page by page, at the size it will have in print where there is room: a millimeter on the screen for a millimeter on paper, as far as
 * the screen is true.
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
  const pages = useMemo(() => {
    if (!panel) return [];
    return format.toClipboard
      ? [printFigure(panel, paper, privacy)]
      : printPages(panel, paper, privacy, { titleInside: !paper.bare });
  }, [panel, paper, privacy, format]);
  if (failed) return <FailureNote failed={failed} />;
  const [first] = pages;
  if (!first) return <p className="quiet">Nothing is left to draw.</p>;
  const smallest = Math.min(...pages.map((page) => page.smallestPt));
  return (
    <>
      {pages.map(({ tree }, page) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is known by its place alone
        <div key={page} className={styles.paper} data-testid="preview">
          <SvgTree node={tree} />
        </div>
      ))}
      <p className={styles.check} data-good={smallest >= smallestPt}>
        <Icon name={smallest >= smallestPt ? "check" : "cross"} /> {inMillimeters(first)} · smallest text{" "}
        {numberInWords(smallest)} pt: {smallest >= smallestPt ? "large enough" : "too small to print"}
      </p>
      {[...new Set([...heightNote(first, paper), ...pages.flatMap(({ notes }) => notes)])].map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </>
  );
}

const inMillimeters = ({ width, height }: { width: number; height: number }) =>
  [width, height]
    .map((pixels) => formatCount(Math.round(pixels / pixelsPerMm)))
    .join(" × ")
    .concat(" mm");

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
