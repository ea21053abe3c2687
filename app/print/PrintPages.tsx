"use client";

import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { exportedPanels } from "../../lib/export/exportFormat";
import { useAnswer } from "../analysis";
import { factsOf } from "../export/facts";
import { Boundary } from "../failure/Boundary";
import { PrintPage } from "./PrintPage";
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
      {exportedPanels(answer.snapshot.panels).map((panel) => (
        <Boundary
          key={panel.panel.id}
          what="The page cannot be printed"
          of={[panel.result]}
          instead={<p className={styles.page}>{`“${panel.title}” cannot be printed.`}</p>}
        >
          <PrintPage panel={panel} facts={facts} />
        </Boundary>
      ))}
    </div>
  );
}
