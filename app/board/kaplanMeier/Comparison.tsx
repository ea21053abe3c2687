"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { decimals, formatChiSquare, formatMedian, formatP, pInWords } from "../../../lib/format";
import type { GroupRatio } from "../../../lib/panels/kaplanMeier/comparisons";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { survivalTests, type TrendResult, type Untestable } from "../../../lib/survival";
import { setPanel } from "../../actions/panels";
import styles from "../StatisticsColumn.module.css";

/** How the groups compare: the test of the panel's choice, trend, hazard ratios with their check, and the follow-up of all. */
export function Comparison({ result, panel }: { result: KaplanMeierResult; panel: PanelOf<"kaplanMeier"> }) {
  const { test, groups, comparisons, endpoint } = result;
  const cox = comparisons?.cox;
  return (
    <>
      {groups.length < 2 && <p className={styles.remark}>One group: there is nothing to compare.</p>}
      <dl className={styles.lines}>
        {groups.length > 1 && (
          <div>
            <dt>
              <select
                className={styles.test}
                aria-label="Test"
                value={panel.test}
                onChange={({ target }) => setPanel(panel.id, { test: target.value })}
              >
                {survivalTests.map(({ id, label }) => (
                  <option key={id} value={id}>
                    {label}
                  </option>
                ))}
              </select>
              {test?.kind === "tested" && <span className="quiet">{test.df} df</span>}
            </dt>
            <dd data-testid="log-rank">
              {test?.kind === "tested"
                ? `χ² = ${formatChiSquare(test.chiSquare)}, ${pInWords(test.p)}`
                : `cannot be computed: ${test ? reasonInWords[test.reason] : "one group"}`}
            </dd>
          </div>
        )}
        {comparisons?.trend && <Line name="Trend across groups" value={trendInWords(comparisons.trend)} />}
        {cox?.ratios.map((ratio) => (
          <Line key={ratio.level} name={`HR, ${ratio.label} v ${cox.reference}`} value={ratioInWords(ratio)} />
        ))}
        {cox && !Number.isNaN(cox.proportionalHazards) && (
          <Line name="Proportional hazards" value={pInWords(cox.proportionalHazards)} />
        )}
        {comparisons && (
          <Line
            name={`Median follow-up, ${endpoint.unit}`}
            value={formatMedian(comparisons.medianFollowUp, endpoint.unit)}
          />
        )}
      </dl>
      {cox && cox.proportionalHazards < 0.05 && (
        <p className={styles.remark}>
          The hazards are not proportional (P {inequality(cox.proportionalHazards)}): one hazard ratio does not describe
          the whole time.
        </p>
      )}
    </>
  );
}

function Line({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** "2.71 (1.42–5.19)", two decimals below ten and one above. */
function ratioInWords({ coefficient }: GroupRatio): string {
  switch (coefficient.kind) {
    case "estimated": {
      const { hazardRatio, lower, upper } = coefficient;
      return `${ratio(hazardRatio)} (${ratio(lower)}–${ratio(upper)})`;
    }
    case "infinite":
      return coefficient.direction === "up" ? "∞: no event in the reference" : "0: no event in this group";
    case "aliased":
      return "cannot be estimated";
  }
}

const ratio = (value: number) => (value >= 1000 ? "> 1000" : decimals(value, value < 9.995 ? 2 : 1));

const trendInWords = (trend: TrendResult) => (trend.kind === "tested" ? pInWords(trend.p) : "cannot be computed");

const inequality = (p: number) => (formatP(p).startsWith("<") ? formatP(p) : `= ${formatP(p)}`);

const reasonInWords: Record<Untestable, string> = {
  noSubjects: "there is no patient",
  noEvents: "there is no event",
  oneGroup: "only one group has patients at risk when events happen",
  noVariance: "the groups are never at risk together, or all events happen at once",
  samplingWeights: "the patients carry sampling weights",
};
