"use client";

import { useState } from "react";
import type { ExportedPanel } from "../../lib/export/exportFormat";
import {
  htmlParagraph,
  htmlTable,
  legendText,
  methodsText,
  resultsText,
  statisticsTable,
  tabbed,
} from "../../lib/export/words";
import type { Answer } from "../../lib/worker/clientState";
import { type Content, copyContent } from "../browser/clipboard";
import { useAttempt } from "../failure/attempt";
import { FailureNote } from "../failure/FailureNote";
import styles from "./CopyButtons.module.css";
import { factsOf } from "./facts";

const inParagraph = (text: string): Content => ({ text, html: htmlParagraph(text) });

const choices: { label: string; of: (shown: ExportedPanel, answer: Answer) => Content }[] = [
  {
    label: "Table",
    of: (shown) => {
      const table = statisticsTable(shown);
      return { text: tabbed(table), html: htmlTable(table) };
    },
  },
  { label: "Results", of: (shown) => inParagraph(resultsText(shown)) },
  { label: "Legend", of: (shown) => inParagraph(legendText(shown)) },
  { label: "Methods", of: (shown, answer) => inParagraph(methodsText(shown, factsOf(answer))) },
];

/**
 * The numbers and words of a panel, each copied with one click: as text, and as a table or paragraph for Word and
 * Excel.
 */
export function CopyButtons({ shown, answer }: { shown: ExportedPanel; answer: Answer }) {
  const [copied, setCopied] = useState<string | null>(null);
  const { failed, attempt, forget } = useAttempt();
  const copy = (label: string, content: () => Content) => {
    setCopied(null);
    attempt(`“${label}” was not copied`, async () => {
      await copyContent(content());
      setCopied(label);
    });
  };
  return (
    <div>
      <p className={styles.row}>
        <span className="quiet">Copy</span>
        {choices.map(({ label, of }) => (
          <button key={label} type="button" onClick={() => copy(label, () => of(shown, answer))}>
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
