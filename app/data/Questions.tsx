"use client";

import type { Question } from "../../lib/table";
import { answerQuestion } from "../actions/mapping";
import { Rows } from "../ProblemNote";
import { ReadingChoices } from "../ReadingChoices";
import styles from "./Questions.module.css";

/** What only the user can decide about the file; an answer reads the file again and can be undone. */
export function Questions({ questions }: { questions: Question[] }) {
  return questions.map((question) => (
    <div key={question.code + question.message} className={styles.question}>
      <p>
        <strong>{question.message}</strong> {question.hint}
        {question.rows && <Rows rows={question.rows} title={question.message} columns={question.columns} />}
      </p>
      <ReadingChoices choices={question.choices} onChoice={answerQuestion} />
    </div>
  ));
}
