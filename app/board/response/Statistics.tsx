"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { responseCategories, responseLabels, responseShort } from "../../../lib/cohort/responseMeaning";
import {
  ciInWords,
  formatCount,
  formatMedian,
  formatPercent,
  inSentence,
  numberInWords,
  pInWords,
} from "../../../lib/format";
import { nth } from "../../../lib/numeric/nth";
import type { ResponseGroup, ResponseRate, ResponseResult } from "../../../lib/panels/response/result";
import { countText } from "../../../lib/panels/response/stats";
import {
  denominatorText,
  differenceText,
  oddsRatioText,
  rateMeaning,
  rateNames,
  rateText,
  testText,
} from "../../../lib/panels/response/words";
import { categoryColor } from "../../../lib/panels/responseColors";
import { unitShort } from "../../../lib/panels/timeUnit";
import { setFigure } from "../../actions/panels";
import link from "../../rows/RowsLink.module.css";
import { showRows } from "../../rows/showRows";
import { useStore } from "../../store";
import { Line } from "../Line";
import columns from "../StatisticsColumn.module.css";
import { SwapReference } from "../settings/SwapReference";
import { Guard } from "./Guard";
import styles from "./Response.module.css";

const changeNames = { measured: "Measured", smaller: "Smaller than at baseline" };

/** Categories and rates by group, how these compare, and what to beware of. */
export function Statistics({ result, panel }: { result: ResponseResult; panel: PanelOf<"response"> }) {
  const theme = useStore((state) => state.view.theme);
  const { groups, level } = result;
  const { only } = panel.figure;
  const rates = groups[0]?.rates ?? [];
  const read = result.responseLabel !== null;
  const categories = read ? responseCategories : [];
  const behind = (group: ResponseGroup, part: string, title: string) => () =>
    showRows(`${group.label}: ${title}`, { of: "part", panel: panel.id, part: [group.level, part] });
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.rates} data-testid="response-table">
          <caption className="hidden">
            {read ? `Best response and rates by group, ${denominatorText(result)}` : "Best change by group"}
          </caption>
          <thead>
            <tr>
              <th scope="col">{read ? denominatorText(result) : ""}</th>
              {groups.map(({ level: value, label }) => (
                <th key={value} scope="col" title={label}>
                  {groups.length < 2 ? (
                    label
                  ) : (
                    <button
                      type="button"
                      className={link.link}
                      title={only === value ? "Draw all groups" : `Draw ${label} alone`}
                      aria-pressed={only === value}
                      onClick={() => setFigure(panel.id, { only: only === value ? null : value })}
                    >
                      {label}
                    </button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">n</th>
              {groups.map((group) => (
                <td key={group.level}>
                  <button
                    type="button"
                    className={link.link}
                    title="Show the rows"
                    onClick={() => showRows(group.label, { of: "part", panel: panel.id, part: [group.level, null] })}
                  >
                    {formatCount(group.n)}
                  </button>
                </td>
              ))}
            </tr>
            {!read &&
              (["measured", "smaller"] as const).map((part) => (
                <tr key={part}>
                  <th scope="row">{changeNames[part]}</th>
                  {groups.map((group) => (
                    <td key={group.level}>
                      <button
                        type="button"
                        className={link.link}
                        title="Show the rows"
                        onClick={behind(group, part, changeNames[part])}
                      >
                        {countText(group[part], part === "measured" ? group.n : group.measured)}
                      </button>
                    </td>
                  ))}
                </tr>
              ))}
            {categories.map((category, place) => (
              <tr key={category}>
                <th scope="row">
                  <svg width="9" height="9" aria-hidden="true">
                    <rect width="9" height="9" rx="2" fill={categoryColor(place, theme)} />
                  </svg>
                  <span title={responseLabels[category]}>{responseShort[category]}</span>
                </th>
                {groups.map((group) => (
                  <td key={group.level}>
                    <button
                      type="button"
                      className={link.link}
                      title="Show the rows"
                      onClick={behind(group, category, responseLabels[category])}
                    >
                      {formatCount(nth(group.categories, place))}
                    </button>{" "}
                    <span className="quiet">
                      {group.n > 0 && nth(group.categories, place) > 0
                        ? `(${formatPercent(nth(group.categories, place) / group.n)})`
                        : ""}
                    </span>
                  </td>
                ))}
              </tr>
            ))}
            {read && (
              <tr className={styles.between}>
                <th scope="colgroup" colSpan={groups.length + 1}>
                  Rates with exact {ciInWords(level)}
                </th>
              </tr>
            )}
            {rates.map(({ id }, place) => (
              <tr key={id}>
                <th scope="row">
                  {rateNames[id]}
                  {id !== "ORR" && <span className={styles.means}>{rateMeaning(id, result)}</span>}
                </th>
                {groups.map((group) => {
                  const rate: ResponseRate = nth(group.rates, place);
                  return (
                    <td key={group.level}>
                      <button
                        type="button"
                        className={link.link}
                        title={`${formatCount(rate.count)} of ${formatCount(rate.of)}: show the rows`}
                        onClick={behind(group, id, rateNames[id])}
                      >
                        {rateText(rate)}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={columns.remark}>
        {!read
          ? "Rates need the column of best response: choose it below. A bar below −30% is no response by itself."
          : result.denominator === "all"
            ? "Not evaluable counts as no response."
            : "Patients who are not evaluable are in no rate."}
        {read &&
          (result.benefit === null
            ? " Clinical benefit needs an endpoint of progression: choose it below."
            : ` Stable disease not followed for ${numberInWords(result.benefit)} months is no benefit.`)}
      </p>
      {read && <Comparison id={panel.id} result={result} />}
      {result.duration && (
        <dl className={columns.lines} data-testid="response-duration">
          {result.duration.groups.map(({ level: value, label, median }) => (
            <Line
              key={value}
              name={`Median ${result.duration?.endpoint.words.duration ?? ""}${groups.length > 1 ? `, ${label}` : ""}`}
              value={`${formatMedian(median, result.duration?.unit)} ${unitShort[result.duration?.unit ?? "months"]}`}
            />
          ))}
        </dl>
      )}
      <Guard result={result} response={panel.response} />
    </>
  );
}

/** How the groups differ in the rate chosen. */
function Comparison({ id, result: { groups, comparison, level } }: { id: string; result: ResponseResult }) {
  if (comparison === null)
    return groups.length < 2 ? <p className={columns.remark}>One group: there is nothing to compare.</p> : null;
  const { rate, reference, differences, p, drawn } = comparison;
  const two = differences.length === 1;
  const of = inSentence(rateNames[rate]);
  return (
    <>
      <dl className={columns.lines} data-testid="response-comparison">
        {differences.flatMap((difference, place) => [
          <Line
            key={difference.level}
            name={two ? `Difference of ${of}` : `${difference.label} less ${reference.label}`}
            value={differenceText(difference)}
          >
            {place === 0 && <SwapReference id={id} groups={groups} reference={reference.level} />}
          </Line>,
          ...(difference.oddsRatio
            ? [
                <Line
                  key={`odds ${difference.level}`}
                  name={two ? `Odds ratio of ${of}` : `Odds ratio, ${difference.label}`}
                  value={oddsRatioText(difference.oddsRatio)}
                />,
              ]
            : []),
        ])}
        <Line
          name="Fisher’s exact test"
          note={testText(comparison, level).slice(pInWords(p).length) || undefined}
          value={pInWords(p)}
        />
      </dl>
      <p className={columns.remark}>
        {two ? `${nth(differences, 0).label} less ${reference.label}` : `Differences of ${of}`}, {ciInWords(level)}.
        {drawn !== null && ` P from ${formatCount(drawn.tables)} tables drawn at random.`}
      </p>
    </>
  );
}
