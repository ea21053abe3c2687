"use client";

import type { Board } from "../../../lib/board/board";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { changeColumns, proposeResponse, responseColumns } from "../../../lib/cohort/proposeResponse";
import {
  proposedResponse,
  type ResponseCategory,
  responseCategories,
  responseLabels,
  usualResponse,
} from "../../../lib/cohort/responseMeaning";
import type { TableSummary } from "../../../lib/cohort/tableSummary";
import { formatCount, listed } from "../../../lib/format";
import type { ResponseWord } from "../../../lib/panels/response/categories";
import type { ResponseResult } from "../../../lib/panels/response/result";
import { setPanel } from "../../actions/panels";
import { named, none, worded } from "../../controls/choices";
import { Labeled } from "../../controls/Labeled";
import { Picker } from "../../controls/Picker";
import { Select } from "../../controls/Select";
import styles from "./Response.module.css";

type Panel = PanelOf<"response">;
type Meaning = ResponseCategory | "exclude";

const meanings: Record<Meaning, string> = { ...responseLabels, exclude: "leave out" };

/** The column of best response, and what each of its words counts as. */
export function ResponseSettings({
  panel,
  result,
  summary,
  board,
}: {
  panel: Panel;
  result: ResponseResult | null;
  summary: TableSummary;
  board: Board;
}) {
  const likely = responseColumns(summary);
  const columns = summary.columns.filter(({ kind, distinct }) => kind === "category" && (distinct ?? 1000) <= 50);
  const others = columns.map(({ name }) => name).filter((name) => !likely.includes(name));
  const proposal = proposeResponse(summary, board);
  const offered =
    panel.response !== null
      ? []
      : [...new Set([proposal.response, panel.change === null ? proposal.change?.column : null])].filter(
          (name) => typeof name === "string",
        );
  return (
    <>
      {offered.length > 0 && (
        <div className={styles.offers}>
          <button type="button" data-look="primary" onClick={() => setPanel(panel.id, proposal)}>
            Use {listed(offered.map((name) => `“${name}”`))}
          </button>
        </div>
      )}
      <Labeled look="setting" label="Best response">
        <Picker
          value={panel.response}
          choices={[
            none(panel.change || panel.measurements ? "none: no rates" : "choose a column"),
            ...named([...likely, ...others]),
          ]}
          onValue={(response) => setPanel(panel.id, { response, words: [] })}
        />
      </Labeled>
      {panel.response !== null && <Words panel={panel} words={wordsOf(panel, result, summary)} />}
      {panel.response !== null && (
        <Labeled look="setting" label="An empty cell is">
          <Select
            value={panel.blank}
            choices={worded({ NE: "not evaluable", exclude: "leave out" })}
            onValue={(blank) => setPanel(panel.id, { blank })}
          />
        </Labeled>
      )}
    </>
  );
}

/** The words of the result; while the panel waits those of the column. */
function wordsOf({ response, words }: Panel, result: ResponseResult | null, { columns }: TableSummary): ResponseWord[] {
  if (result) return result.words;
  const said = new Map(words.map(({ value, as }) => [value, as]));
  const found = (columns.find(({ name }) => name === response)?.levels ?? []).map(({ value, count }) => {
    const as = said.get(value) ?? usualResponse(value);
    return { value, count, as, said: said.has(value), proposed: as === null ? proposedResponse(value) : null };
  });
  return found.sort((a, b) => Number(a.as !== null) - Number(b.as !== null));
}

function Words({ panel, words }: { panel: Panel; words: ResponseWord[] }) {
  const set = (changes: { value: string; as: Meaning | null }[]) =>
    setPanel(panel.id, {
      words: [
        ...panel.words.filter(({ value }) => !changes.some((each) => each.value === value)),
        ...changes.flatMap(({ value, as }) => (as === null ? [] : [{ value, as }])),
      ],
    });
  const proposals = words.flatMap(({ value, proposed }) => (proposed ? [{ value, as: proposed.as }] : []));
  return (
    <>
      <ul className={styles.words} data-testid="response-words">
        {words.map(({ value, count, as, proposed }) => (
          <li key={value} data-open={as === null}>
            <span className={styles.value} title={value}>
              {value}
            </span>
            <span className="quiet">{formatCount(count)}</span>
            <Select<Meaning | null>
              label={`${value} counts as`}
              value={as}
              choices={[...(usualResponse(value) === null ? [none("needs your answer")] : []), ...worded(meanings)]}
              onValue={(chosen) => set([{ value, as: chosen }])}
            />
            {proposed && (
              <span className={styles.asked}>
                {value}: {proposed.why}
              </span>
            )}
          </li>
        ))}
      </ul>
      {proposals.length > 0 && (
        <div className={styles.offers}>
          <button type="button" onClick={() => set(proposals)}>
            Use {proposals.map(({ value, as }) => `${value} = ${responseCategories.includes(as) ? as : ""}`).join(", ")}
          </button>
        </div>
      )}
    </>
  );
}

/** The column of best change, and whether its numbers are percent. */
export function ChangeSettings({ panel, summary }: { panel: Panel; summary: TableSummary }) {
  const likely = changeColumns(summary);
  const others = summary.columns
    .filter(({ kind, name }) => kind !== "date" && !likely.includes(name) && name !== panel.response)
    .map(({ name }) => name);
  const { change } = panel;
  return (
    <>
      <Labeled look="setting" label="Best change">
        <Picker
          value={change?.column ?? null}
          choices={[none(panel.measurements ? "from the measurements" : "none"), ...named([...likely, ...others])]}
          onValue={(column) =>
            setPanel(panel.id, { change: column === null ? null : { column, scale: null, positive: null } })
          }
        />
      </Labeled>
      {change && (
        <Labeled
          look="setting"
          label="Its numbers are"
          hint="−34 is −34% in percent; −0.34 is −34% as a fraction of 1."
        >
          <Select
            value={change.scale}
            choices={[none("percent, unless in doubt"), ...worded({ percent: "percent", fraction: "fractions of 1" })]}
            onValue={(scale) => setPanel(panel.id, { change: { ...change, scale } })}
          />
        </Labeled>
      )}
      {change && (
        <Labeled
          look="setting"
          label="Above 0 is"
          hint="A tumor that shrank by 40% is −40% as a change, 40% as shrinkage."
        >
          <Select
            value={change.positive}
            choices={[none("growth, unless in doubt"), ...worded({ growth: "growth", shrinkage: "shrinkage" })]}
            onValue={(positive) => setPanel(panel.id, { change: { ...change, positive } })}
          />
        </Labeled>
      )}
    </>
  );
}
