"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { chiSquareInWords, ciInWords, formatCount, formatShare, pInWords } from "../../../lib/format";
import { nth } from "../../../lib/numeric/nth";
import { incidenceCurves } from "../../../lib/panels/cumulativeIncidence/drawn";
import type { CauseComparison, CumulativeIncidenceResult } from "../../../lib/panels/cumulativeIncidence/result";
import { curveColors } from "../../../lib/panels/curves/looks";
import { timeText } from "../../../lib/panels/curves/reading/readingInWords";
import { ratioInWords } from "../../../lib/panels/ratioInWords";
import { reasonInWords } from "../../../lib/panels/reasonInWords";
import type { GrayResult } from "../../../lib/survival";
import { Explained } from "../../explain/Explained";
import { useStore } from "../../store";
import { Line } from "../Line";
import styles from "../StatisticsColumn.module.css";
import { SwapReference } from "../settings/SwapReference";

type Result = CumulativeIncidenceResult;

/** Events of every cause by group, the incidence at the milestones, and how the groups compare in each cause shown. */
export function Statistics({ result, panel }: { result: Result; panel: PanelOf<"cumulativeIncidence"> }) {
  return (
    <>
      <Events result={result} panel={panel} />
      {result.groups.length < 2 && <p className={styles.remark}>One group: there is nothing to compare.</p>}
      {result.comparisons.map((comparison) => (
        <Comparison key={comparison.cause} id={panel.id} result={result} comparison={comparison} />
      ))}
      <AtTimes result={result} panel={panel} />
    </>
  );
}

function Events({ result, panel }: { result: Result; panel: PanelOf<"cumulativeIncidence"> }) {
  const theme = useStore((state) => state.view.theme);
  const colors = curveColors(incidenceCurves(result), theme, panel.figure);
  const { groups, causes, shown } = result;
  return (
    <table className={styles.groups} data-testid="groups">
      <caption className="hidden">Patients and events of every cause, by group</caption>
      <thead>
        <tr>
          <th scope="col">Group</th>
          <th scope="col">n</th>
          {causes.map(({ cause, label }) => (
            <th key={cause} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map(({ level, label, curves }, place) => (
          <tr key={level}>
            <th scope="row">
              <svg width="12" height="5" aria-hidden="true">
                <rect width="12" height="5" rx="2" fill={colors[place * shown.length]} />
              </svg>
              <span className="clamped" title={label}>
                {label}
              </span>
            </th>
            <td>{formatCount(curves.n)}</td>
            {causes.map(({ cause }) => (
              <td key={cause}>{formatCount(curves.causes.find((each) => each.cause === cause)?.events ?? 0)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Comparison({ id, result, comparison }: { id: string; result: Result; comparison: CauseComparison }) {
  const { causes, shown, groups, reference, confidence } = result;
  const ci = ciInWords(confidence.level);
  const { cause, gray, subdistribution, causeSpecific } = comparison;
  const against = nth(groups, reference).label;
  const swap = <SwapReference id={id} groups={groups} reference={nth(groups, reference).level} />;
  return (
    <section className={styles.part}>
      {shown.length > 1 && <h3>{causes.find((each) => each.cause === cause)?.label}</h3>}
      <dl className={styles.lines}>
        <Line name="Gray’s test" of="gray" value={gray ? grayInWords(gray) : "cannot be computed: there is no event"} />
        {subdistribution?.map((ratio, place) => (
          <Line
            key={ratio.level}
            of="subdistribution"
            name={`Subdistribution HR (${ci}), ${ratio.label} v ${against}`}
            value={ratioInWords(ratio)}
          >
            {place === 0 && swap}
          </Line>
        ))}
        {causeSpecific?.map((ratio, place) => (
          <Line
            key={ratio.level}
            of="causeSpecific"
            name={`Cause-specific HR (${ci}), ${ratio.label} v ${against}`}
            value={ratioInWords(ratio)}
          >
            {place === 0 && subdistribution === null && swap}
          </Line>
        ))}
      </dl>
      {subdistribution !== null && cause === shown[shown.length - 1] && (
        <p className={styles.remark}>
          The subdistribution ratio (Fine–Gray) is about the incidence drawn, the cause-specific one about the rate
          among those still free of any event.
        </p>
      )}
    </section>
  );
}

const grayInWords = (gray: GrayResult) =>
  gray.kind === "tested"
    ? `${chiSquareInWords(gray.chiSquare)}, ${gray.df} df, ${pInWords(gray.p)}`
    : `cannot be computed: ${reasonInWords[gray.reason]}`;

function AtTimes({ result, panel }: { result: Result; panel: PanelOf<"cumulativeIncidence"> }) {
  const { atTimes, groups, causes, shown, endpoint, confidence } = result;
  if (atTimes.length === 0) return null;
  const unit = panel.figure.unit ?? endpoint.unit;
  const name = (cause: number) =>
    shown.length > 1 ? `, ${causes.find((each) => each.cause === cause)?.label ?? ""}` : "";
  return (
    <section className={styles.part} data-testid="at-times">
      <h3>
        <Explained of="incidence">Incidence at chosen times</Explained> ({ciInWords(confidence.level)})
      </h3>
      {atTimes.map(({ time, causes: each }, index) => (
        <dl key={time} className={styles.lines}>
          {each.flatMap(({ cause, groups: values }) =>
            values.map((value, place) => (
              <Line
                key={JSON.stringify([nth(groups, place).level, cause])}
                name={`${timeText(panel.figure.milestones[index] ?? time)} ${unit}, ${nth(groups, place).label}${name(cause)}`}
                value={value ? formatShare(value.incidence, value) : "nobody followed so long"}
              />
            )),
          )}
        </dl>
      ))}
    </section>
  );
}
