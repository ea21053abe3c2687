"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { ciInWords } from "../../../lib/format";
import { curveColors } from "../../../lib/panels/curves/looks";
import { type ByGroup, byGroup } from "../../../lib/panels/kaplanMeier/byGroup";
import { ownCurves } from "../../../lib/panels/kaplanMeier/drawn";
import type { GroupResult, KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { setFigure } from "../../actions/panels";
import { Explained } from "../../explain/Explained";
import type { PlainWord } from "../../explain/plainWords";
import { RowsLink } from "../../rows/RowsLink";
import { useStore } from "../../store";
import columns from "../StatisticsColumn.module.css";
import { AddTime } from "./AddTime";
import styles from "./Numbers.module.css";

/** Up to so many groups stand side by side, with a number of each on one line; more stand below each other. */
const mostAbreast = 3;

const explains: Record<ByGroup["kind"], PlainWord> = {
  median: "median",
  at: "at",
  mean: "mean",
  rate: "rate",
  followUp: "followUp",
};
const contrastExplains: Partial<Record<ByGroup["kind"], PlainWord>> = {
  median: "medianDifference",
  at: "difference",
  mean: "gained",
};

interface Shown {
  result: KaplanMeierResult;
  panel: PanelOf<"kaplanMeier">;
}

/** Patients, events and median of each group, and the share at chosen times. */
export function Numbers({ result, panel }: Shown) {
  const rows = byGroup(result, panel.figure).filter(({ kind }) => kind === "median" || kind === "at");
  return result.groups.length > mostAbreast ? (
    <Below result={result} panel={panel} rows={rows} />
  ) : (
    <Abreast result={result} panel={panel} rows={rows} />
  );
}

/** What follows the comparison: restricted means, rates and follow-up. */
export function MoreNumbers({ result, panel }: Shown) {
  const rows = byGroup(result, panel.figure).filter(({ kind }) => kind !== "median" && kind !== "at");
  if (rows.length === 0) return null;
  if (result.groups.length > mostAbreast) return <Blocks result={result} panel={panel} rows={rows} />;
  return (
    <table className={styles.abreast} data-narrow={result.groups.length === mostAbreast} data-testid="more-numbers">
      <caption className="hidden">Restricted means, rates and follow-up of {result.endpoint.label}, by group</caption>
      <Columns groups={result.groups} />
      <thead className="hidden">
        <tr>
          <th scope="col">{ciInWords(result.confidence.level)}</th>
          {result.groups.map(({ level, label }) => (
            <th key={level} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Rows result={result} panel={panel} rows={rows} />
      </tbody>
    </table>
  );
}

function Abreast({ result, panel, rows }: Shown & { rows: ByGroup[] }) {
  const { groups, confidence } = result;
  return (
    <table className={styles.abreast} data-narrow={groups.length === mostAbreast} data-testid="groups">
      <caption className="hidden">Patients, events, median and more of {result.endpoint.label}, by group</caption>
      <Columns groups={groups} />
      <thead>
        <tr>
          <th scope="col">
            <Explained of="interval">{ciInWords(confidence.level)}</Explained>
          </th>
          {groups.map((group, place) => (
            <th key={group.level} scope="col">
              <Name group={group} place={place} result={result} panel={panel} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">
            <Explained of="n">Patients, events</Explained>
          </th>
          {groups.map((group) => (
            <td key={group.level}>
              <Counts group={group} id={panel.id} />
            </td>
          ))}
        </tr>
        <Rows result={result} panel={panel} rows={rows} />
        <tr>
          <th scope="row" colSpan={groups.length + 1}>
            <AddTime panel={panel} unit={panel.figure.unit ?? result.endpoint.unit} />
          </th>
        </tr>
      </tbody>
    </table>
  );
}

const Columns = ({ groups }: { groups: readonly GroupResult[] }) => (
  <colgroup>
    <col className={styles.first} />
    {groups.map(({ level }) => (
      <col key={level} />
    ))}
  </colgroup>
);

/** A line of each number with its groups side by side; how they differ on lines of their own below. */
function Rows({ result: { groups, reference }, panel, rows }: Shown & { rows: ByGroup[] }) {
  const against = groups[reference]?.label ?? "";
  return rows.flatMap((row) => [
    <tr key={row.name} data-numbers={row.kind}>
      <th scope="row">
        <NumberName row={row} panel={panel} alone={groups.length === 1} />
      </th>
      {row.values.map((value, place) => (
        <td key={groups[place]?.level}>
          <Estimate text={groups.length === 1 && row.all !== null ? row.all : value} />
        </td>
      ))}
    </tr>,
    ...row.contrasts.flatMap(({ name, values }) =>
      groups.flatMap(({ level, label }, place) =>
        values[place] ? (
          <tr key={`${row.name} ${name} ${level}`} className={styles.contrast} data-numbers={`${row.kind} ${name}`}>
            <td colSpan={groups.length + 1}>
              <dl>
                <dt>
                  <ContrastName of={name === "difference" ? contrastExplains[row.kind] : undefined}>
                    {groups.length === 2 ? name : `${name}, ${label} v ${against}`}
                  </ContrastName>
                </dt>
                <dd>{values[place]}</dd>
              </dl>
            </td>
          </tr>
        ) : (
          []
        ),
      ),
    ),
  ]);
}

const ContrastName = ({ of, children }: { of: PlainWord | undefined; children: string }) =>
  of === undefined ? children : <Explained of={of}>{children}</Explained>;

function NumberName({ row, panel, alone }: { row: ByGroup; panel: Shown["panel"]; alone: boolean }) {
  return (
    <>
      <Explained of={explains[row.kind]}>{row.name}</Explained>
      {row.milestone !== null && <RemoveTime panel={panel} place={row.milestone} name={row.name} />}
      {row.all !== null && !alone && <span className={styles.all}>all {row.all}</span>}
    </>
  );
}

/** Many groups below each other. */
function Below({ result, panel, rows }: Shown & { rows: ByGroup[] }) {
  const { groups, confidence } = result;
  const [median, ...others] = rows;
  return (
    <>
      <table className={columns.groups} data-testid="groups">
        <caption className="hidden">Patients, events and median of {result.endpoint.label}, by group</caption>
        <thead>
          <tr>
            <th scope="col">Group</th>
            <th scope="col">
              <Explained of="n">n, events</Explained>
            </th>
            <th scope="col">
              <Explained of="median">{median?.name}</Explained> ({ciInWords(confidence.level)})
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group, place) => (
            <tr key={group.level}>
              <th scope="row">
                <Name group={group} place={place} result={result} panel={panel} />
              </th>
              <td>
                <Counts group={group} id={panel.id} />
              </td>
              <td>{median?.values[place]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Blocks result={result} panel={panel} rows={others} />
      <AddTime panel={panel} unit={panel.figure.unit ?? result.endpoint.unit} />
    </>
  );
}

/** A number of every group under its name. */
function Blocks({ result: { groups, reference }, panel, rows }: Shown & { rows: ByGroup[] }) {
  const against = groups[reference]?.label ?? "";
  return rows.map((row) => (
    <section key={row.name} className={styles.block} data-numbers={row.kind}>
      <h3>
        <NumberName row={row} panel={panel} alone={false} />
      </h3>
      <dl>
        {groups.map(({ level, label }, place) => (
          <div key={level}>
            <dt className="clamped">{label}</dt>
            <dd>{row.values[place]}</dd>
          </div>
        ))}
        {row.contrasts.flatMap(({ name, values }) =>
          groups.flatMap(({ level, label }, place) =>
            values[place] ? (
              <div key={`${name} ${level}`}>
                <dt className="clamped">
                  {name}, {label} v {against}
                </dt>
                <dd>{values[place]}</dd>
              </div>
            ) : (
              []
            ),
          ),
        )}
      </dl>
    </section>
  ));
}

function Name({ group, place, result, panel }: Shown & { group: GroupResult; place: number }) {
  const theme = useStore((state) => state.view.theme);
  const color = curveColors(ownCurves(result, panel.figure), theme, panel.figure)[place];
  return (
    <span className={styles.name} title={group.label}>
      <svg width="12" height="5" aria-hidden="true">
        <rect width="12" height="5" rx="2" fill={color} />
      </svg>
      {group.label}
    </span>
  );
}

/** Patients and events, each the way to the rows behind it. */
function Counts({ group: { level, label, curve, events }, id }: { group: GroupResult; id: string }) {
  return (
    <>
      <RowsLink count={curve.n} title={`${label}: patients`} asked={{ panel: id, level, kind: "all" }} />,{" "}
      <RowsLink count={events} title={`${label}: patients with an event`} asked={{ panel: id, level, kind: "event" }} />
    </>
  );
}

/** A number with its interval, which may stand below it, and what it rests on. */
function Estimate({ text }: { text: string }) {
  const [estimate = "", note] = text.split("; ");
  const [value, interval] = estimate.split(/ (?=\()/);
  return (
    <>
      <strong>{value}</strong>
      {interval && <span className={styles.interval}> {interval}</span>}
      {note && <span className={styles.note}>{note}</span>}
    </>
  );
}

function RemoveTime({ panel: { id, figure }, place, name }: { panel: Shown["panel"]; place: number; name: string }) {
  return (
    <button
      type="button"
      data-look="plain"
      className={styles.remove}
      aria-label={`Remove ${name}`}
      onClick={() => setFigure(id, { milestones: figure.milestones.filter((_, each) => each !== place) })}
    >
      ×
    </button>
  );
}
