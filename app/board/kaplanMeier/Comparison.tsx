"use client";

import type { ReactNode } from "react";
import { testChoices } from "../../../lib/board/panelForms/kaplanMeier";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { ciInWords, formatCount, pInWords } from "../../../lib/format";
import { nth } from "../../../lib/numeric/nth";
import type { GroupRatio, HazardRatios } from "../../../lib/panels/kaplanMeier/hazardRatios";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import type { SearchedCut } from "../../../lib/panels/kaplanMeier/searchedCut";
import { testInWords } from "../../../lib/panels/kaplanMeier/testInWords";
import { ratioInWords } from "../../../lib/panels/ratioInWords";
import { reasonInWords } from "../../../lib/panels/reasonInWords";
import { setPanel } from "../../actions/panels";
import { Select } from "../../controls/Select";
import { Explained } from "../../explain/Explained";
import { Line } from "../Line";
import styles from "../StatisticsColumn.module.css";
import { SwapReference } from "../settings/SwapReference";
import { InWhom } from "./InWhom";

/** How the groups compare: the test of the panel's choice, trend, hazard ratios with their check. */
export function Comparison({ result, panel }: { result: KaplanMeierResult; panel: PanelOf<"kaplanMeier"> }) {
  const { test, groups, comparisons, permutation, setting, cut, preview, confidence } = result;
  const cox = comparisons?.cox;
  const ci = ciInWords(confidence.level);
  if (groups.length < 2) return <p className={styles.remark}>One group: there is nothing to compare.</p>;
  return (
    <section className={styles.part}>
      <dl className={styles.lines}>
        <div>
          <dt>
            {cut ? (
              "Corrected for the search"
            ) : (
              <Select
                className={styles.test}
                label="Test"
                value={panel.test}
                choices={testChoices.map(({ id, label, emphasis }) => ({
                  value: id,
                  label: id === "logRank" && setting.changes !== null ? "Mantel–Byar" : label,
                  title: emphasis,
                  disabled: id === "maxCombo" && groups.length !== 2,
                }))}
                onValue={(chosen) => setPanel(panel.id, { test: chosen })}
              />
            )}
            <Explained of="test">
              <span aria-hidden="true">?</span>
              <span className="hidden">What the test means</span>
            </Explained>
          </dt>
          <dd data-testid="log-rank">
            {test && (test.kind === "tested" ? testInWords(test) : `cannot be computed: ${reasonInWords[test.reason]}`)}
          </dd>
        </div>
        {cut && <CorrectedP cut={cut} />}
        {permutation && (
          <Line
            name="Permutation P"
            of="permutation"
            note={permutation.kind === "tested" ? `${formatCount(permutation.count)} dealt anew` : undefined}
            value={permutation.kind === "tested" ? pInWords(permutation.p) : reasonInWords[permutation.reason]}
          />
        )}
        {preview && !cut && <Awaited result={result} />}
        {comparisons?.trend && (
          <Line
            name="Trend across groups"
            of="trend"
            value={comparisons.trend.kind === "tested" ? pInWords(comparisons.trend.p) : "cannot be computed"}
          />
        )}
        {cox && (
          <Ratios ratios={cox.ratios} cox={cox} name="HR" ci={ci}>
            <SwapReference id={panel.id} groups={groups} reference={cox.referenceLevel} />
          </Ratios>
        )}
        {cox?.firth && <Ratios ratios={cox.firth} cox={cox} name="HR, Firth" ci={ci} />}
        {cox && !Number.isNaN(cox.proportionalHazards) && (
          <Line name="Proportional hazards" of="proportional" value={pInWords(cox.proportionalHazards)} />
        )}
      </dl>
      {cox && <InWhom result={result} panel={panel} />}
      {setting.strata !== null && (
        <p className={styles.remark}>Test and hazard ratios are stratified by {setting.strata}.</p>
      )}
      {cox?.firth && (
        <p className={styles.remark}>
          A group without events makes the ratio infinite or 0; Firth’s penalized likelihood gives a finite one.
        </p>
      )}
    </section>
  );
}

/** The lines that come when nothing is dragged any more, so that what is below them stays in its place. */
function Awaited({ result: { groups, ordered, reference, setting, confidence } }: { result: KaplanMeierResult }) {
  const others = groups.filter((_, place) => place !== reference);
  return (
    <>
      {ordered && groups.length > 2 && <Line name="Trend across groups" value="…" />}
      {others.map(({ level, label }) => (
        <Line
          key={level}
          name={`HR (${ciInWords(confidence.level)}), ${label} v ${nth(groups, reference).label}`}
          value="…"
        />
      ))}
      {setting.changes === null && <Line name="Proportional hazards" value="…" />}
    </>
  );
}

/** Other corrections for the search than the one printed above. */
function CorrectedP({ cut: { p, tried } }: { cut: SearchedCut }) {
  return (
    <>
      <Line name="Cuts tried" value={formatCount(tried)} />
      {p.hothornLausen !== null && <Line name="P, Hothorn–Lausen bound" value={pInWords(p.hothornLausen)} />}
      <Line name="P, Lausen–Schumacher 1992" value={pInWords(p.lausen1992)} />
      <Line name="P, improved Bonferroni 1994" value={pInWords(p.lausen1994)} />
    </>
  );
}

/** A line for each ratio; `children` beside the first. */
function Ratios({
  ratios,
  cox,
  name,
  ci,
  children,
}: {
  ratios: GroupRatio[];
  cox: HazardRatios;
  name: string;
  ci: string;
  children?: ReactNode;
}) {
  return ratios.map((ratio, place) => (
    <Line
      key={ratio.level}
      name={`${name} (${ci}), ${ratio.label} v ${cox.reference}`}
      of={name === "HR" ? "ratio" : "firth"}
      value={ratioInWords(ratio)}
    >
      {place === 0 && children}
    </Line>
  ));
}
