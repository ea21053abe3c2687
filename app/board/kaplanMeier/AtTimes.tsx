"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { ciInWords, formatCount, formatEstimate, formatPoints } from "../../../lib/format";
import { nth } from "../../../lib/numeric/nth";
import { timeText } from "../../../lib/panels/curves/reading/readingInWords";
import type { GivenAlive as Given } from "../../../lib/panels/kaplanMeier/atTimes";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { pBesideInterval } from "../../../lib/panels/pBesideInterval";
import type { SurvivalAt } from "../../../lib/survival";
import { Line } from "../Line";
import styles from "../StatisticsColumn.module.css";
import { percentInterval } from "../settings/percentInterval";

/** The share without the event at the milestones, with the difference from the reference. */
export function AtTimes({ result, panel }: { result: KaplanMeierResult; panel: PanelOf<"kaplanMeier"> }) {
  const { atTimes, groups, reference, endpoint, confidence } = result;
  if (atTimes.length === 0) return null;
  const shown = panel.figure.milestones;
  const unit = panel.figure.unit ?? endpoint.unit;
  return (
    <section className={styles.part} data-testid="at-times">
      <h3>
        {endpoint.words.share} at chosen times ({ciInWords(confidence.level)})
      </h3>
      {atTimes.map((at, index) => (
        <dl key={at.time} className={styles.lines}>
          {groups.map(({ level, label }, place) => (
            <Line
              key={level}
              name={`${timeText(shown[index] ?? at.time)} ${unit}, ${label}`}
              value={survivalInWords(nth(at.groups, place))}
            />
          ))}
          {at.differences.map((difference, place) =>
            difference ? (
              <Line
                key={nth(groups, place).level}
                name={`Difference, ${nth(groups, place).label} v ${nth(groups, reference).label}`}
                note={pBesideInterval(difference, confidence.level)}
                value={`${formatEstimate(difference, formatPoints)} points`}
              />
            ) : null,
          )}
        </dl>
      ))}
    </section>
  );
}

/** Those without the event and followed at a time: how many they are, and what share of them is without it at each milestone. */
export function GivenAlive({ result }: { result: KaplanMeierResult }) {
  const { givenAlive, groups, endpoint, confidence } = result;
  if (!givenAlive) return null;
  const { given, times, nRisk } = givenAlive;
  return (
    <section className={styles.part} data-testid="given-alive">
      <h3>
        Given {endpoint.words.without} and followed at {timeText(given)} {endpoint.unit} ({ciInWords(confidence.level)})
      </h3>
      <dl className={styles.lines}>
        {groups.map(({ level, label }, place) => (
          <GivenGroup
            key={level}
            label={label}
            place={place}
            times={times}
            nRisk={nth(nRisk, place)}
            unit={endpoint.unit}
          />
        ))}
      </dl>
      {times.length === 0 && (
        <p className={styles.remark}>Choose a milestone after that time to see the share at it.</p>
      )}
    </section>
  );
}

function GivenGroup({
  label,
  place,
  times,
  nRisk,
  unit,
}: {
  label: string;
  place: number;
  times: Given["times"];
  nRisk: number;
  unit: string;
}) {
  if (times.length === 0) return <Line name={label} value={`${formatCount(nRisk)} at risk`} />;
  return times.map(({ time, groups }) => (
    <Line
      key={time}
      name={`To ${timeText(time)} ${unit}, ${label}`}
      note={`${formatCount(nRisk)} at risk`}
      value={survivalInWords(nth(groups, place))}
    />
  ));
}

const survivalInWords = (at: SurvivalAt | null) => (at ? percentInterval(at.survival, at) : "nobody followed so long");
