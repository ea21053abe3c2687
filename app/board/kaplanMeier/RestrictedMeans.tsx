"use client";

import { ciInWords, exactTime, formatEstimate, formatRatio, formatTime } from "../../../lib/format";
import { nth } from "../../../lib/numeric/nth";
import { restsOn } from "../../../lib/panels/kaplanMeier/restrictedMeans";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { pBesideInterval } from "../../../lib/panels/pBesideInterval";
import { Line } from "../Line";
import styles from "../StatisticsColumn.module.css";

/** Mean survival time up to a common end of follow-up, with the difference and ratio. */
export function RestrictedMeans({ result }: { result: KaplanMeierResult }) {
  const { restrictedMeans, groups, reference, endpoint, confidence } = result;
  if (!restrictedMeans) return null;
  const { tau, groups: means, contrasts } = restrictedMeans;
  const time = (value: number) => formatTime(value, endpoint.unit);
  return (
    <section className={styles.part} data-testid="restricted-means">
      <h3>
        Restricted mean, {endpoint.unit}, up to {exactTime(tau)} ({ciInWords(confidence.level)})
      </h3>
      <dl className={styles.lines}>
        {groups.map(({ level, label }, place) => (
          <Line
            key={level}
            name={label}
            value={`${formatEstimate(nth(means, place), time)}${restsOn(nth(means, place))}`}
          />
        ))}
        {contrasts.map((contrast, place) =>
          contrast ? (
            <div key={nth(groups, place).level} className={styles.stacked}>
              <dt>
                {nth(groups, place).label} v {nth(groups, reference).label}
              </dt>
              <dd>
                {contrast.tau !== tau && `up to ${exactTime(contrast.tau)}: `}
                difference {formatEstimate(contrast.difference, time)},{" "}
                {pBesideInterval(contrast.difference, confidence.level)}
                {restsOn(contrast)}
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
