"use client";

import { ciInWords, formatCount } from "../../../lib/format";
import { nth } from "../../../lib/numeric/nth";
import { timeText } from "../../../lib/panels/curves/reading/readingInWords";
import type { GivenAlive as Given } from "../../../lib/panels/kaplanMeier/atTimes";
import { survivalInWords } from "../../../lib/panels/kaplanMeier/byGroup";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { Explained } from "../../explain/Explained";
import { Line } from "../Line";
import styles from "../StatisticsColumn.module.css";

/** Those without the event and followed at a time: how many they are, and what share of them is without it at each milestone. */
export function GivenAlive({ result }: { result: KaplanMeierResult }) {
  const { givenAlive, groups, endpoint, confidence } = result;
  if (!givenAlive) return null;
  const { given, times, nRisk } = givenAlive;
  return (
    <section className={styles.part} data-testid="given-alive">
      <h3>
        <Explained of="given">
          Given {endpoint.words.without} and followed at {timeText(given)} {endpoint.unit}
        </Explained>{" "}
        ({ciInWords(confidence.level)})
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
