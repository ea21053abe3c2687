import { useLayoutEffect, useMemo, useRef, useState } from "react";
import type { ExportedPanel } from "../../lib/export/exportFormat";
import type { Facts } from "../../lib/export/facts";
import { provenance } from "../../lib/export/facts";
import { smallestPt } from "../../lib/export/paper";
import { printPages } from "../../lib/export/printFigure";
import { openPrivacy } from "../../lib/export/privacy";
import { hasSteps } from "../../lib/export/tableText";
import { careText, resultsText, statisticsTable } from "../../lib/export/words";
import { counted } from "../../lib/format";
import type { TextTable } from "../../lib/panels/report";
import { shownKinds } from "../../lib/panels/shownKinds";
import { SvgTree } from "../board/SvgTree";
import styles from "./PrintPages.module.css";

/** The page's box in PrintPages.module.css, in millimeters; `figure` is what its figure keeps at least. */
const room = { width: 270, height: 184, figure: 73 };
const fullPt = 8;

/** How the words and the figure of a page share its height. */
interface Shares {
  wordsPt: number;
  figureMm: number;
}

/**
 * One panel on one page. The browser in use sets the words and they are measured; then the figure is laid out for the
 * rest.
 */
export function PrintPage({ panel, facts }: { panel: ExportedPanel; facts: Facts }) {
  const { header, groups, lines, notes } = useMemo(() => partsOf(tableBeside(panel)), [panel]);
  // Results give some of the reasons of the table below it; no reason stands twice on a page.
  const results = useMemo(() => resultsText(panel), [panel]);
  const care = useMemo(() => careText(panel), [panel]);
  const words = useRef<HTMLDivElement>(null);
  const [kept, setKept] = useState(lines.length);
  const [prose, setProse] = useState(true);
  const [shares, setShares] = useState<Shares | null>(null);
  useLayoutEffect(() => {
    if (!words.current) return;
    const found = sharesFor(words.current);
    const readable = found.wordsPt / smallestPt;
    if (readable < 1 && kept > 0) setKept(Math.floor(kept * Math.min(readable, 0.95)));
    // Of very many groups the table says what the sentences would.
    else if (readable < 1 && prose) setProse(false);
    else setShares(found);
  }, [kept, prose]);
  const [first, ...further] = shares ? figuresOf(panel, shares.figureMm) : [];
  return (
    <>
      <article className={styles.page}>
        <div className={styles.figure}>{first && <SvgTree node={first.tree} />}</div>
        <div ref={words} className={styles.words} style={shares ? { fontSize: `${shares.wordsPt}pt` } : undefined}>
          <Groups header={header} rows={groups} />
          <Lines rows={lines.slice(0, kept)} />
          {kept < lines.length && (
            <p>
              {counted(lines.length - kept, "more line does", "more lines do")} not fit on a page. Export, “CSV,
              statistics”, has them all.
            </p>
          )}
          {prose ? (
            <p>{[...notes.filter((note) => !results.includes(note)), results].join(" ")}</p>
          ) : (
            <p>The results in sentences do not fit on a page. Export, “HTML report”, has them.</p>
          )}
          {care !== "" && <p>{care}</p>}
          <p className="quiet">{provenance(panel, facts)}</p>
        </div>
      </article>
      {further.map(({ tree }, page) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place
        <article key={page} className={styles.page}>
          <div className={styles.figure}>
            <SvgTree node={tree} />
          </div>
        </article>
      ))}
    </>
  );
}

/**
 * Words higher than the page can give, or wider, are set smaller; letters half as large need no more than half the
 * height.
 */
function sharesFor(words: HTMLElement): Shares {
  const millimeter = words.offsetWidth / room.width;
  const height = words.offsetHeight / millimeter;
  const fit = Math.min(1, (room.height - room.figure) / height, words.offsetWidth / words.scrollWidth);
  return { wordsPt: fullPt * fit, figureMm: Math.max(room.figure, Math.floor(room.height - height) - 1) };
}

/** The table beside the figure; none where the figure is that table. */
const tableBeside = (panel: ExportedPanel): TextTable =>
  shownKinds[panel.panel.kind].asTable(panel.result, null)
    ? { caption: "", header: [], rows: [] }
    : statisticsTable(panel);

/** The rows of groups, and those that have one number alone; where they stand under names they stay there. */
function partsOf({ header, rows, notes = [] }: TextTable) {
  if (hasSteps({ rows })) return { header, groups: rows, lines: [], notes };
  const isLine = ([, ...cells]: string[]) => cells.slice(0, -1).every((cell) => cell === "");
  return { header, groups: rows.filter((row) => !isLine(row)), lines: rows.filter(isLine), notes };
}

/** The pages of the figure; few panels have more than one. */
const figuresOf = (panel: ExportedPanel, heightMm: number) =>
  printPages(panel, { widthMm: room.width, heightMm, textPt: 9, dpi: 300 }, openPrivacy);

function Groups({ header, rows }: { header: string[]; rows: string[][] }) {
  return (
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
        {rows.map(([first, ...cells], row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may stand twice, under those of small figures
          <tr key={row}>
            <th scope="row">{first}</th>
            {cells.map((cell, index) => (
              <td key={header[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Lines = ({ rows }: { rows: string[][] }) => (
  <dl>
    {rows.map((row) => (
      <div key={row[0]}>
        <dt>{row[0]}</dt>
        <dd>{row[row.length - 1]}</dd>
      </div>
    ))}
  </dl>
);
