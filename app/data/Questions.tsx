"use client";

import { nth } from "../../lib/numeric/nth";
import type { Question } from "../../lib/table";
import { answerQuestion } from "../actions/mapping";
import { Rows } from "../problems/ProblemNote";
import { ReadingChoices } from "../problems/ReadingChoices";
import styles from "./Questions.module.css";

/**
 * What only the user can decide about the file; an answer reads the file again and can be undone. Columns that ask the
 * same are asked together.
 */
export function Questions({ questions }: { questions: Question[] }) {
  const lists = alike(questions).map(([first, ...others]) =>
    others.length === 0 ? (
      <One key={first.code + first.message} question={first} />
    ) : (
      <div key={first.code + first.message} className={styles.question}>
        <p>
          <strong>{others.length + 1} columns ask the same.</strong> {first.message} So do{" "}
          {others.map(({ columns = [] }) => columns.map((name) => `“${name}”`).join(", ")).join(", ")}. {first.hint} One
          answer for all:
        </p>
        <ReadingChoices choices={together([first, ...others])} onChoice={answerQuestion} />
        <details>
          <summary>Answer one by one</summary>
          {[first, ...others].map((question) => (
            <One key={question.message} question={question} />
          ))}
        </details>
      </div>
    ),
  );
  return <div className={styles.list}>{lists}</div>;
}

function One({ question }: { question: Question }) {
  return (
    <div className={styles.question}>
      <p>
        <strong>{question.message}</strong> {question.hint}
        {question.rows && <Rows rows={question.rows} title={question.message} columns={question.columns} />}
      </p>
      <ReadingChoices choices={question.choices} onChoice={answerQuestion} />
    </div>
  );
}

/** Questions about columns with the same answers to choose from, each list in the order of the file. */
export function alike(questions: Question[]): [Question, ...Question[]][] {
  const lists = new Map<string, [Question, ...Question[]]>();
  for (const question of questions) {
    const ofColumns = question.choices.every(({ options }) => Object.keys(options).join() === "columns");
    const key = JSON.stringify(
      ofColumns ? [question.code, question.choices.map(({ label }) => label)] : [question.code, question.message],
    );
    const before = lists.get(key);
    if (before) before.push(question);
    else lists.set(key, [question]);
  }
  return [...lists.values()];
}

const together = (questions: [Question, ...Question[]]): Question["choices"] =>
  questions[0].choices.map(({ label }, index) => ({
    label,
    options: { columns: questions.flatMap(({ choices }) => nth(choices, index).options.columns ?? []) },
  }));
