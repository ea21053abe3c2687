"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { responseCategories, responseLabels } from "../../../lib/cohort/responseMeaning";
import { ciInWords, formatCount, formatPercent, plainNumber } from "../../../lib/format";
import { nth } from "../../../lib/numeric/nth";
import { categoryColor } from "../../../lib/panels/response/figure/colors";
import type { ResponseGroup, ResponseRate, ResponseResult } from "../../../lib/panels/response/result";
import { statsOf } from "../../../lib/panels/response/stats";
import { denominatorText, rateMeaning, rateNames, rateText } from "../../../lib/panels/response/words";
import link from "../../rows/RowsLink.module.css";
import { showRows } from "../../rows/showRows";
import { useStore } from "../../store";
import { Line } from "../Line";
import columns from "../StatisticsColumn.module.css";
import { Guard } from "./Guard";
import styles from "./Response.module.css";

/** Categories and rates by group, how these compare, and what to beware of. */
export function Statistics({ result, panel }: { result: ResponseResult; panel: PanelOf<"response"> }) {
  const theme = useStore((state) => state.view.theme);
  const { groups, level } = result;
  const rates = groups[0]?.rates ?? [];
  const behind = (group: ResponseGroup, part: string, title: string) => () =>
    showRows(`${group.label}: ${title}`, { of: "part", panel: panel.id, part: [group.level, part] });
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.rates} data-testid="response-table">
          <caption className="hidden">Best response and rates by group, {denominatorText(result)}</caption>
          <thead>
            <tr>
              <th scope="col">{denominatorText(result)}</th>
              {groups.map(({ level: value, label }) => (
                <th key={value} scope="col" title={label}>
                  {label}
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
            {responseCategories.map((category, place) => (
              <tr key={category}>
                <th scope="row">
                  <svg width="9" height="9" aria-hidden="true">
                    <rect width="9" height="9" rx="2" fill={categoryColor(place, theme)} />
                  </svg>
                  {responseLabels[category]}
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
            <tr className={styles.between}>
              <th scope="row">Rates with exact {ciInWords(level)}</th>
              {groups.map(({ level: value }) => (
                <td key={value} />
              ))}
            </tr>
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
        {result.denominator === "all"
          ? "Not evaluable counts as no response."
          : "Patients who are not evaluable are in no rate."}
        {result.benefit === null
          ? " Clinical benefit needs an endpoint of progression: choose it below."
          : ` Stable disease not followed for ${plainNumber(result.benefit)} months is no benefit.`}
      </p>
      {result.groups.length < 2 && <p className={columns.remark}>One group: there is nothing to compare.</p>}
      <dl className={columns.lines}>
        {statsOf(result).flatMap(({ text }) => (text ? [<Line key={text[0]} name={text[0]} value={text[1]} />] : []))}
      </dl>
      <Guard result={result} response={panel.response} />
    </>
  );
}
