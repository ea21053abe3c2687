"use client";

import type { Question } from "../../lib/table";
import { answerQuestion } from "../actions/mapping";
import { Rows } from "../ProblemNote";
import styles from "./Questions.module.css";

/** What only the user can decide about the file; an answer reads the file again and can be undone. */
export function Questions({ questions }: { questions: Question[] }) {
  return questions.map((question) => (
    <div key={question.code + question.message} className={styles.question}>
      <p>
        <strong>{question.message}</strong> {question.hint}
        {question.rows && <Rows rows={question.rows} title={question.message} columns={question.columns} />}
      </p>
      <div className={styles.choices}>
        {question.choices.map(({ label, options }) => (
          <button key={label} type="button" onClick={() => answerQuestion(options)}>
            {label}
          </button>
        ))}
      </div>
    </div>
  ));
}
