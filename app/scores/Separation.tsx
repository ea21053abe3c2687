"use client";

import { useState } from "react";
import { publishedOf } from "../../lib/cohort/scores/published";
import { ciInWords, formatCount } from "../../lib/format";
import { nth } from "../../lib/numeric/nth";
import type { BesideScore } from "../../lib/panels/scoreStudy/besideScore";
import type { MarkerConcordance } from "../../lib/panels/scoreStudy/markerConcordance";
import { concordanceInWords, concordanceNumbers, groupReasons, groupRows } from "../../lib/panels/scoreStudy/report";
import { groupsConcordance } from "../../lib/panels/scoreStudy/stats";
import { studyLevel } from "../../lib/panels/scoreStudy/studyLevel";
import { labeled } from "../controls/choices";
import { Select } from "../controls/Select";
import styles from "./Separation.module.css";
import type { ShownScore } from "./shownScore";

/** How well the score separates: concordance, medians beside the published ones, other scores on the same patients. */
export function Separation({ score, study, board }: ShownScore) {
  if (study.state !== "ready") return null;
  const published = publishedOf(score);
  const medians = published?.kind === "medians";
  const groups = groupsConcordance(study);
  return (
    <article className={styles.card}>
      <h2>How well it separates</h2>
      <dl className={styles.lines}>
        {study.points && <C name="Harrell’s C of the points" value={study.points} />}
        {groups && <C name="Harrell’s C of the groups" value={groups} />}
      </dl>
      <table className={styles.table} data-testid="medians">
        <thead>
          <tr>
            <th scope="col">Group</th>
            <th scope="col">n</th>
            <th scope="col">Events</th>
            <th scope="col">Median here ({ciInWords(studyLevel)})</th>
            {medians && <th scope="col">Published</th>}
          </tr>
        </thead>
        <tbody>
          {groupRows({ score, study }).map((row) => (
            <tr key={row.group}>
              <th scope="row">{row.group}</th>
              <td>{formatCount(row.patients)}</td>
              <td>{row.events === null ? "–" : formatCount(row.events)}</td>
              <td>{row.observed}</td>
              {medians && <td>{row.published}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {groupReasons({ study }).map((reason) => (
        <p key={reason} className="quiet">
          {reason}
        </p>
      ))}
      {published && <p className="quiet">{publishedInWords(published)}</p>}
      {study.beside.length > 0 && <Beside beside={study.beside} score={score} board={board} />}
    </article>
  );
}

function publishedInWords(published: NonNullable<ReturnType<typeof publishedOf>>): string {
  switch (published.kind) {
    case "medians":
      return `Published: median ${published.of}.`;
    case "none":
      return `No published medians are entered. ${published.note}`.trim();
    case "changed":
      return "The definition was changed, so published medians do not apply.";
  }
}

function C({ name, value }: { name: string; value: MarkerConcordance }) {
  return (
    <div>
      <dt>
        {name} <span className="quiet">({ciInWords(value.level)})</span>
      </dt>
      <dd>{concordanceNumbers(value)}</dd>
    </div>
  );
}

/** Another score of the board on the patients who have both. */
function Beside({
  beside,
  score,
  board,
}: {
  beside: BesideScore[];
  score: ShownScore["score"];
  board: ShownScore["board"];
}) {
  const [chosen, setChosen] = useState(nth(beside, 0).id);
  const shown = beside.find(({ id }) => id === chosen) ?? nth(beside, 0);
  const groups = board.scores.find(({ id }) => id === shown.id)?.groups ?? [];
  return (
    <section className={styles.beside}>
      <h2>
        Beside <Select label="Score beside this one" value={shown.id} choices={labeled(beside)} onValue={setChosen} />
      </h2>
      <p className="quiet">
        On the {formatCount(shown.own.patients)} patients with both: C {concordanceInWords(shown.own)} and{" "}
        {concordanceInWords(shown.other)}.
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{score.label} ↓</th>
            {groups.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {score.groups.map(({ label }, g) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {nth(shown.table, g).map((count, other) => (
                <td key={nth(groups, other).label}>{formatCount(count)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
