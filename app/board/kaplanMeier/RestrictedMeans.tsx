"use client";

import { formatEstimate, formatRatio, formatTime, pInWords } from "../../../lib/format";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { Line } from "../Line";
import styles from "../StatisticsColumn.module.css";

/** Mean survival time up to a common end of follow-up, with the difference and ratio. */
export function RestrictedMeans({ result }: { result: KaplanMeierResult }) {
  const { restrictedMeans, groups, reference, endpoint } = result;
  if (!restrictedMeans) return null;
  const { tau, groups: means, contrasts } = restrictedMeans;
  const time = (value: number) => formatTime(value, endpoint.unit);
  return (
    <section className={styles.part} data-testid="restricted-means">
      <h3>
        Restricted mean, {endpoint.unit}, up to {time(tau)}
      </h3>
      <dl className={styles.lines}>
        {groups.map(({ level, label }, place) => (
          <Line key={level} name={label} value={formatEstimate(means[place], time)} />
        ))}
        {contrasts.map((contrast, place) =>
          contrast ? (
            <div key={groups[place].level} className={styles.stacked}>
              <dt>
                {groups[place].label} v {groups[reference].label}
              </dt>
              <dd>
                difference {formatEstimate(contrast.difference, time)}, {pInWords(contrast.difference.p)}
                <br />
                ratio {formatEstimate(contrast.ratio, formatRatio)}
              </dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  );
}
