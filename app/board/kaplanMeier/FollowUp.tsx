"use client";

import { ciInWords, formatMedian } from "../../../lib/format";
import { nth } from "../../../lib/numeric/nth";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { Line } from "../Line";
import styles from "../StatisticsColumn.module.css";

/** Median follow-up by the reverse Kaplan–Meier method, of all and of each group. */
export function FollowUp({
  result: { comparisons, groups, endpoint, preview, confidence },
}: {
  result: KaplanMeierResult;
}) {
  const { unit } = endpoint;
  // What comes when nothing is dragged any more keeps its place.
  if (preview)
    return (
      <section className={styles.part}>
        <h3>
          Median follow-up, {unit} ({ciInWords(confidence.level)})
        </h3>
        <dl className={styles.lines}>
          <Line name="All" value="…" />
          {groups.length > 1 && groups.map(({ level, label }) => <Line key={level} name={label} value="…" />)}
        </dl>
      </section>
    );
  if (!comparisons) return null;
  return (
    <section className={styles.part}>
      <h3>
        Median follow-up, {unit} ({ciInWords(confidence.level)})
      </h3>
      <dl className={styles.lines}>
        <Line name="All" value={formatMedian(comparisons.medianFollowUp, unit)} />
        {comparisons.followUp.length > 1 &&
          groups.map(({ level, label }, place) => (
            <Line key={level} name={label} value={formatMedian(nth(comparisons.followUp, place), unit)} />
          ))}
      </dl>
    </section>
  );
}
