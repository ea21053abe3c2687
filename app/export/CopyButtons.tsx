"use client";

import { useState } from "react";
import type { ExportedPanel } from "../../lib/export/exportFormat";
import type { Answer } from "../../lib/worker/clientState";
import { type Content, copyContent } from "../browser/clipboard";
import { useAttempt } from "../failure/attempt";
import { FailureNote } from "../failure/FailureNote";
import { part } from "../parts/part";
import styles from "./CopyButtons.module.css";
import { factsOf } from "./facts";

/** What the words are made by: not needed before something is copied. */
const words = part(() => import("../../lib/export/words"));
type Words = Awaited<ReturnType<typeof words>>;

const inParagraph = ({ htmlParagraph }: Words, text: string): Content => ({ text, html: htmlParagraph(text) });

const choices: { label: string; of: (by: Words, shown: ExportedPanel, answer: Answer) => Content }[] = [
  {
    label: "Table",
    of({ statisticsTable, tabbed, htmlTable }, shown) {
      const table = statisticsTable(shown);
      return { text: tabbed(table), html: htmlTable(table) };
    },
  },
  { label: "Results", of: (by, shown) => inParagraph(by, by.resultsText(shown)) },
  { label: "Legend", of: (by, shown) => inParagraph(by, by.legendText(shown)) },
  { label: "Methods", of: (by, shown, answer) => inParagraph(by, by.methodsText(shown, factsOf(answer))) },
];

/**
 * The numbers and words of a panel, each copied with one click: as text, and as a table or paragraph for Word and
 * Excel.
 */
export function CopyButtons({ shown, answer }: { shown: ExportedPanel; answer: Answer }) {
  const [copied, setCopied] = useState<string | null>(null);
  const { failed, attempt, forget } = useAttempt();
  const copy = (label: string, content: (by: Words) => Content) => {
    setCopied(null);
    attempt(`“${label}” was not copied`, async () => {
      await copyContent(content(await words()));
      setCopied(label);
    });
  };
  return (
    <div>
      <p className={styles.row}>
        <span className="quiet">Copy</span>
        {choices.map(({ label, of }) => (
          <button key={label} type="button" onClick={() => copy(label, (by) => of(by, shown, answer))}>
            {label}
          </button>
        ))}
        <span role="status" className={styles.said}>
          {copied ? `${copied} copied` : ""}
        </span>
      </p>
      {failed && <FailureNote failed={failed} onClose={forget} />}
    </div>
  );
}
