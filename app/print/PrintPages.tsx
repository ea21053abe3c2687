"use client";

import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { ExportedPanel } from "../../lib/export/exportFormat";
import type { Facts } from "../../lib/export/facts";
import { printFigure } from "../../lib/export/printFigure";
import { openPrivacy } from "../../lib/export/privacy";
import { provenance } from "../../lib/export/svgExport";
import { resultsText, statisticsTable } from "../../lib/export/words";
import { useAnswer } from "../analysis";
import { SvgTree } from "../board/SvgTree";
import { exportedPanels } from "../export/exportRequest";
import { factsOf } from "../export/facts";
import styles from "./PrintPages.module.css";

/** What the browser's print gives: one page a panel. The pages are made when printing begins. */
export function PrintPages() {
  const { answer } = useAnswer();
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
  if (!printing || !answer) return null;
  const facts = factsOf(answer);
  return (
    <div className={styles.pages} data-print>
      {exportedPanels(answer).map((panel) => (
        <PrintPage key={panel.panel.id} panel={panel} facts={facts} />
      ))}
    </div>
  );
}

/** Room on a page of A4 across, in millimeters. */
const room = { width: 270, height: 184, line: 5, words: 24 };

function PrintPage({ panel, facts }: { panel: ExportedPanel; facts: Facts }) {
  const { header, rows } = statisticsTable(panel);
  const isLine = ([, ...cells]: string[]) => cells.slice(0, -1).every((cell) => cell === "");
  const groups = rows.filter((row) => !isLine(row));
  const lines = rows.filter(isLine);
  const taken = groups.length + 1 + Math.ceil(lines.length / 2);
  const heightMm = Math.max(80, room.height - room.words - taken * room.line);
  const figure = printFigure(panel, { widthMm: room.width, heightMm, textPt: 9, dpi: 300 }, openPrivacy);
  return (
    <article className={styles.page}>
      <SvgTree node={figure.tree} />
      <table>
        <thead>
          <tr>
            {header.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(([first, ...cells]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {cells.map((cell, index) => (
                <td key={header[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <dl>
        {lines.map((row) => (
          <div key={row[0]}>
            <dt>{row[0]}</dt>
            <dd>{row[row.length - 1]}</dd>
          </div>
        ))}
      </dl>
      <p>{resultsText(panel)}</p>
      <p className="quiet">{provenance(panel, facts)}</p>
    </article>
  );
}
