"use client";

import { useEffect, useRef, useState } from "react";
import type { ExportedPanel, ExportFormat, Preview } from "../../lib/export/exportFormat";
import { firstRows } from "../../lib/export/firstRows";
import type { Paper } from "../../lib/export/paper";
import type { Privacy } from "../../lib/export/privacy";
import { counted, formatCount } from "../../lib/format";
import type { Answer } from "../../lib/worker/clientState";
import { SvgTree } from "../board/SvgTree";
import { useAttempt } from "../failure/attempt";
import { FailureNote } from "../failure/FailureNote";
import { exportRequest } from "./exportRequest";
import styles from "./FilePreview.module.css";

/** So many rows of a table are shown. */
const most = 30;

/** Slides, a page or the first rows of a table: what the file will hold, from what it will be written with. */
export function FilePreview(props: {
  answer: Answer;
  shown: ExportedPanel;
  paper: Paper;
  privacy: Privacy;
  format: ExportFormat;
}) {
  const { preview, failed } = usePreview(props);
  if (failed) return <FailureNote failed={failed} />;
  if (preview === undefined) return <p className="quiet">Preparing the preview…</p>;
  return preview === null ? <p className="quiet">Nothing is left to write.</p> : <Shown {...preview} />;
}

function usePreview({ answer, shown, paper, privacy, format }: Parameters<typeof FilePreview>[0]) {
  const [made, setMade] = useState<{ of: ExportFormat; preview: Preview | null }>();
  const { failed, attempt } = useAttempt();
  useEffect(() => {
    let current = true;
    attempt("The preview cannot be shown", async () => {
      const request = await exportRequest(answer, shown, format, { paper, privacy });
      const preview = (request && (await format.preview?.(request))) ?? null;
      if (current) setMade({ of: format, preview });
    });
    return () => {
      current = false;
    };
  }, [answer, shown, paper, privacy, format, attempt]);
  return { preview: made?.of === format ? made.preview : undefined, failed };
}

function Shown(preview: Preview) {
  switch (preview.kind) {
    case "slides":
      return (
        <ol className={styles.slides} aria-label={`${preview.each}s`}>
          {preview.slides.map((slide, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a slide is known by its place alone
            <li key={at}>
              <p className="quiet">
                {preview.each} {formatCount(at + 1)} of {formatCount(preview.slides.length)}
              </p>
              <div className={styles.slide}>
                <SvgTree node={slide} />
              </div>
            </li>
          ))}
        </ol>
      );
    case "page":
      return <Page body={preview.body} style={preview.style} />;
    case "table":
      return preview.text === null ? (
        <p>This kind of panel has no such table, or cannot hold back what is to be held back.</p>
      ) : (
        <Table text={preview.text} file={preview.file} />
      );
  }
}

function Table({ text, file }: { text: string; file: string | undefined }) {
  const { header, rows, count } = firstRows(text, most);
  const more = count - rows.length;
  return (
    <>
      <p className="quiet">
        {file && `${file}: `}
        {counted(count, "row")}, {counted(header.length, "column")}
        {more > 0 && `; the first ${formatCount(rows.length)} rows:`}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            {header.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place alone
            <tr key={at}>
              {header.map((name, column) => (
                <td key={name} title={row[column]}>
                  {row[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="quiet">and {counted(more, "more row")}</p>}
    </>
  );
}

/** A page in its own style, which nothing of ours reaches and which reaches nothing of ours. */
function Page({ body, style }: { body: string; style: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const host = place.current;
    if (!host) return;
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    root.replaceChildren(document.adoptNode(new DOMParser().parseFromString(body, "text/html").body));
  }, [body, style]);
  return <div ref={place} className={styles.page} data-testid="page" />;
}
