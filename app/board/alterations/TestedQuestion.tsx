"use client";

import { useAnswer } from "../../analysis";
import { TestedChoice } from "../../data/TestedChoice";
import styles from "./Alterations.module.css";

/** Who was tested, asked where the answer is missing. */
export function TestedQuestion() {
  const { answer } = useAnswer();
  const joins = answer?.board.joins ?? [];
  return (
    <div className={styles.question} data-testid="tested-question">
      {joins.map(
        (join) => join.genes?.form === "long" && <TestedChoice key={join.id} join={join} genes={join.genes} />,
      )}
    </div>
  );
}
