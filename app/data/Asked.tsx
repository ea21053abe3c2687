"use client";

import type { ReactNode } from "react";
import { type AskedColumn, askedOf } from "../../lib/analysis/asked";
import { type Board, type Endpoint, type Outcome, timeUnitSchema } from "../../lib/board/board";
import { endpointWords } from "../../lib/cohort/endpointWords";
import { blankValue } from "../../lib/cohort/eventCodes";
import { deathOnly } from "../../lib/cohort/layouts/endpointParts";
import { counted, formatCount, listed } from "../../lib/format";
import type { Problem } from "../../lib/result";
import type { Answer } from "../../lib/worker/clientState";
import { setCoding, setEndpoint, setSeveralRows } from "../actions/mapping";
import { idsOf } from "../controls/choices";
import { ProblemNote, Rows } from "../problems/ProblemNote";
import styles from "./Asked.module.css";
import { CodingTools } from "./Coding";
import place from "./DataPlace.module.css";
import { alike, Questions } from "./Questions";
import { answersOfRows, severalRowsWords } from "./severalRows";

/**
 * What only the user can decide, each with its answers as buttons: first what the curves wait for, a value of an event
 * column once for all endpoints that its answer reaches; then how cells of the file are meant.
 */
export function Asked({ answer, board }: { answer: Answer; board: Board }) {
  const { snapshot, summary } = answer;
  const { columns, blanks, units, others } = askedOf(board, answer.board, snapshot);
  const rows = others.filter(({ code }) => code in answersOfRows);
  // Corrections that fit no cell are said beside what forgets them.
  const said = others.filter(({ code }) => !(code in answersOfRows) && code !== "corrections-do-not-fit");
  const values = (some: readonly AskedColumn[]) => some.reduce((sum, { open }) => sum + open.length, 0);
  const [awaited, idle] = [columns.filter((each) => each.awaited), columns.filter((each) => !each.awaited)];
  const first = values(awaited) + blanks.length + units.length + rows.length;
  const all = first + values(idle) + alike(summary.questions).length;
  if (all + said.length === 0) return null;
  const column = (each: AskedColumn) => (
    <Values key={JSON.stringify([each.reads.column, each.second, each.endpoint.id])} {...each} />
  );
  return (
    <section className={[place.card, styles.asked].join(" ")} aria-label="Questions" data-testid="asked">
      {all > 0 && (
        <h2>
          {counted(all, "question")}
          {waiting(first, all)}
        </h2>
      )}
      {awaited.map(column)}
      {blanks.map(({ endpoint, endpoints, problem }) => (
        <Line key={endpoint.id} said={problem.message} about={shortOf(endpoints)}>
          <button type="button" onClick={() => decide(endpoint, blankValue, "censored")}>
            blank means censored
          </button>
          <button type="button" onClick={() => decide(endpoint, blankValue, "exclude")}>
            not known: leave out
          </button>
        </Line>
      ))}
      {units.map((endpoint) => (
        <Line key={endpoint.id} said={`The time of ${endpoint.label} is in`} about={shortOf([endpoint])}>
          {timeUnitSchema.options.map((unit) => (
            <button
              key={unit}
              type="button"
              onClick={() => setEndpoint(endpoint.id, { time: { ...endpoint.time, unit } })}
            >
              {unit}
            </button>
          ))}
        </Line>
      ))}
      {rows.map((problem) => (
        <Line key={problem.code} said={problem.message} problem={problem}>
          {(answersOfRows[problem.code] ?? []).map((rule) => (
            <button key={rule} type="button" onClick={() => setSeveralRows(rule)}>
              {severalRowsWords[rule]}
            </button>
          ))}
        </Line>
      ))}
      {said.map((problem) => (
        <ProblemNote key={problem.code + problem.message} problem={problem} />
      ))}
      {idle.map(column)}
      {summary.questions.length > 0 && <Questions questions={summary.questions} />}
    </section>
  );
}

const shortOf = (endpoints: readonly Endpoint[]) => listed(endpoints.map((each) => endpointWords(each).short));

/** Which of so many questions the curves wait for: the first ones. */
function waiting(first: number, all: number): string {
  if (first === 0) return "";
  if (first < all) return `; the curves wait for the first${first === 1 ? "" : ` ${formatCount(first)}`}`;
  return `; the curves wait for ${all === 1 ? "it" : "them"}`;
}

function Line({
  said,
  about,
  problem,
  children,
}: {
  said: string;
  /** Which endpoints it is of. */
  about?: string;
  problem?: Problem;
  children: ReactNode;
}) {
  return (
    <div className={styles.line}>
      <p>
        {said}
        {problem?.rows && <Rows rows={problem.rows} title={problem.message} />}
      </p>
      <fieldset className={styles.answers} aria-label={said}>
        {children}
      </fieldset>
      <span className="quiet">{about}</span>
    </div>
  );
}

const answers = { event: "event", censored: "censored", competing: "competing event", exclude: "leave out" } as const;
/** Of more values the others are a click away. */
const shown = 8;

function Values({ endpoint, reads, second, lines, open, endpoints }: AskedColumn) {
  const set = (coding: typeof reads.coding) => {
    const { event } = endpoint;
    if (!second) setCoding(endpoint, coding);
    else if (event?.competing)
      setEndpoint(endpoint.id, { event: { ...event, competing: { ...event.competing, coding } } });
  };
  const line = ({ value, count }: (typeof open)[number]) => (
    <div key={value} className={styles.line}>
      <p>
        {reads.column} “{value}” <span className="quiet">({counted(count, "patient")})</span>
      </p>
      <fieldset className={styles.answers} aria-label={`${value} in ${reads.column} means`}>
        {idsOf(answers)
          .filter((as) => as !== "competing" || !(second || deathOnly(endpoint)))
          .map((as) => (
            <button key={as} type="button" onClick={() => set(withAnswer(reads.coding, value, as))}>
              {second && as === "event" ? "competing event" : answers[as]}
            </button>
          ))}
      </fieldset>
      <span className="quiet">{shortOf(endpoints)}</span>
    </div>
  );
  return (
    <>
      {open.length > 1 && <CodingTools event={reads} lines={lines} deathOnly={deathOnly(endpoint)} onCoding={set} />}
      {open.slice(0, shown).map(line)}
      {open.length > shown && (
        <details>
          <summary>{counted(open.length - shown, "more value")}</summary>
          {open.slice(shown).map(line)}
        </details>
      )}
    </>
  );
}

type Coding = AskedColumn["reads"]["coding"];

const withAnswer = (coding: Coding, value: string, as: Outcome): Coding => [
  ...coding.filter((line) => line.value !== value),
  { value, as },
];

/** Says what a value of an event column means; of every endpoint that the answer reaches. */
function decide(endpoint: Endpoint, value: string, as: Outcome): void {
  if (endpoint.event) setCoding(endpoint, withAnswer(endpoint.event.coding, value, as));
}
