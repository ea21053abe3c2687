"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { ciInWords, counted, formatCount, formatP } from "../../../lib/format";
import { nth } from "../../../lib/numeric/nth";
import { reportName } from "../../../lib/panels/alterations/reportName";
import type { AlterationsResult, GeneLine } from "../../../lib/panels/alterations/result";
import { pairInWords, percentOf, ratioParts, shareInWords } from "../../../lib/panels/alterations/words";
import { openGene } from "../../actions/alterations";
import { setEndpoint } from "../../actions/mapping";
import { setPanel } from "../../actions/panels";
import { useAnswer } from "../../analysis";
import { CommittedNumber } from "../../controls/Committed";
import { labeled, none } from "../../controls/choices";
import { Labeled } from "../../controls/Labeled";
import { Select } from "../../controls/Select";
import link from "../../rows/RowsLink.module.css";
import { showRows } from "../../rows/showRows";
import columns from "../StatisticsColumn.module.css";
import { VariableSelect } from "../VariableSelect";
import styles from "./Alterations.module.css";

type Shown = { result: AlterationsResult; panel: PanelOf<"alterations"> };

/** Survival by gene, the genes by group, and which go together. */
export function Statistics({ result, panel }: Shown) {
  if (result.genes.length === 0) return <p className="quiet">No gene is read yet.</p>;
  return (
    <>
      <Survival result={result} panel={panel} />
      <ByGroup result={result} panel={panel} />
      <Pairs result={result} />
    </>
  );
}

/** As many genes stand beside the figure; the data table has them all. */
const mostShown = 12;

const whole = (value: number) => Number.isInteger(value) && value >= 1 && value <= 10_000;

function Survival({ result, panel }: Shown) {
  const { answer } = useAnswer();
  const { survival, level } = result;
  const lineOf = (gene: string) => result.genes.find((line) => line.gene === gene);
  return (
    <section className={styles.part} data-testid="gene-survival">
      <header>
        <h3>Survival by gene</h3>
        <Select
          label="Endpoint of survival by gene"
          className={styles.endpoint}
          value={panel.endpoint}
          choices={[none("no endpoint"), ...labeled(answer?.board.endpoints ?? [])]}
          onValue={(endpoint) => setPanel(panel.id, { endpoint })}
        />
      </header>
      {survival && (
        <>
          {survival.lines.length > 0 && (
            <div className={styles.wide}>
              <table className={columns.numbers}>
                <thead>
                  <tr>
                    <th scope="col">Gene</th>
                    <th scope="col">Altered</th>
                    <th scope="col">HR ({ciInWords(level)})</th>
                    <th scope="col">P</th>
                    <th scope="col">q</th>
                  </tr>
                </thead>
                <tbody>
                  {survival.lines.slice(0, mostShown).map(({ gene, altered, tested, events, ratio, p, q }) => (
                    <tr key={gene} title={`${counted(events, "event")} in ${counted(tested, "patient")} tested`}>
                      <th scope="row">
                        <GeneButton line={lineOf(gene)} panel={panel} />
                      </th>
                      <td className={styles.breaks}>
                        {formatCount(altered)}/<wbr />
                        {formatCount(tested)}
                      </td>
                      <td className={styles.breaks}>
                        <Ratio of={ratio} />
                      </td>
                      <td>{formatP(p)}</td>
                      <td>{formatP(q)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          <p className={styles.note}>
            Genes with at least{" "}
            <Threshold
              value={panel.leastAltered}
              label="Patients altered at least"
              onValue={(leastAltered) => setPanel(panel.id, { leastAltered })}
            />{" "}
            altered and{" "}
            <Threshold
              value={panel.leastEvents}
              label="Events at least"
              onValue={(leastEvents) => setPanel(panel.id, { leastEvents })}
            />{" "}
            events
            {survival.few > 0 &&
              `; ${formatCount(survival.few)} of those shown ${survival.few === 1 ? "has" : "have"} fewer`}
            . P: log-rank.
            {survival.lines.length > 1 && ` q: Benjamini–Hochberg over ${formatCount(survival.lines.length)} genes.`}
            {survival.lines.length > mostShown &&
              ` The ${mostShown} with the smallest P; the others are in the data table.`}
            {survival.causeSpecific && " Competing events count as censored."}
          </p>
          <EntryOffer panel={panel} />
        </>
      )}
    </section>
  );
}

/** A ratio, and its interval, which may stand below it. */
function Ratio({ of }: { of: Parameters<typeof ratioParts>[0] }) {
  const [value, interval] = ratioParts(of);
  return (
    <>
      <span>{value}</span>
      {interval !== null && (
        <>
          {" "}
          <span>{interval}</span>
        </>
      )}
    </>
  );
}

function Threshold({ value, label, onValue }: { value: number; label: string; onValue: (value: number) => void }) {
  return (
    <span className={styles.threshold}>
      <CommittedNumber value={value} label={label} accepts={whole} onValue={(next) => next !== null && onValue(next)} />
    </span>
  );
}

/** Where the file says when genes were reported, patients can enter then. */
function EntryOffer({ panel }: { panel: PanelOf<"alterations"> }) {
  const { answer } = useAnswer();
  const endpoint = answer?.board.endpoints.find(({ id }) => id === panel.endpoint);
  const column = answer?.summary.columns.find(({ name, kind }) => kind === "date" && reportName.test(name))?.name;
  if (!endpoint || endpoint.entry !== null || column === undefined) return null;
  return (
    <button type="button" className={styles.offer} onClick={() => setEndpoint(endpoint.id, { entry: column })}>
      Enter patients at {column}
    </button>
  );
}

function GeneButton({ line, panel }: { line: GeneLine | undefined; panel: PanelOf<"alterations"> }) {
  if (!line) return null;
  return (
    <button
      type="button"
      className={styles.gene}
      title={`Curves by ${line.gene}`}
      onClick={() => openGene(panel, line)}
    >
      {line.gene}
    </button>
  );
}

function ByGroup({ result, panel }: Shown) {
  const { answer } = useAnswer();
  const { groupLabel } = result;
  return (
    <section className={styles.part} data-testid="gene-groups">
      <header>
        <h3>By group</h3>
        {answer && (
          <Labeled className={styles.by} label={<span className="hidden">Compare genes by</span>}>
            <VariableSelect
              board={answer.board}
              summary={answer.summary}
              value={panel.group}
              none="no group"
              onVariable={(group) => setPanel(panel.id, { group, title: null })}
            />
          </Labeled>
        )}
      </header>
      {groupLabel !== null && <GroupTable result={result} panel={panel} />}
    </section>
  );
}

function GroupTable({ result, panel }: Shown) {
  const { genes, groups } = result;
  return (
    <>
      <div className={styles.wide}>
        <table className={columns.numbers}>
          <thead>
            <tr>
              <th scope="col">Gene</th>
              {groups.map(({ level, label }) => (
                <th key={level} scope="col" title={label} className={styles.level}>
                  {label}
                </th>
              ))}
              <th scope="col">P</th>
              <th scope="col">q</th>
            </tr>
          </thead>
          <tbody>
            {genes.slice(0, mostShown).map((line) => (
              <tr key={line.gene}>
                <th scope="row">
                  <GeneButton line={line} panel={panel} />
                </th>
                {groups.map(({ level, label }, place) => (
                  <td key={level}>
                    <button
                      type="button"
                      className={link.link}
                      title="Show the rows"
                      onClick={() =>
                        showRows(`${line.gene} altered, ${label}`, {
                          of: "part",
                          panel: panel.id,
                          part: [line.gene, "altered", level],
                        })
                      }
                    >
                      {shareInWords(nth(line.byGroup, place))}
                    </button>{" "}
                    <span className={`quiet ${styles.percent}`}>({percentOf(nth(line.byGroup, place))})</span>
                  </td>
                ))}
                <td>{Number.isNaN(line.p) ? "" : formatP(line.p)}</td>
                <td>{Number.isNaN(line.q) ? "" : formatP(line.q)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.note}>
        P: Fisher’s exact test. q: Benjamini–Hochberg over{" "}
        {formatCount(genes.filter(({ p }) => !Number.isNaN(p)).length)} genes.
        {genes.length > mostShown && " The others are in the data table."}
      </p>
    </>
  );
}

const mostPairs = 6;

function Pairs({ result: { pairs } }: { result: AlterationsResult }) {
  const tested = pairs.filter(({ p }) => !Number.isNaN(p));
  if (tested.length === 0) return null;
  const first = [...tested].sort((a, b) => a.p - b.p).slice(0, mostPairs);
  return (
    <section className={styles.part} data-testid="gene-pairs">
      <h3>Together, or apart</h3>
      <dl className={columns.lines}>
        {first.map((pair) => (
          <div
            key={`${pair.a} ${pair.b}`}
            title={`Both ${formatCount(pair.both)}, ${pair.a} alone ${formatCount(pair.onlyA)}, ${pair.b} alone ${formatCount(pair.onlyB)}, neither ${formatCount(pair.neither)}`}
          >
            <dt>
              {pair.a} and {pair.b}
            </dt>
            <dd>
              {pairInWords(pair)}
              <span className={styles.ps}>
                P {sign(pair.p)}, q {sign(pair.q)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>
        Of the patients tested for both. P: Fisher’s exact test. q: Benjamini–Hochberg over{" "}
        {counted(tested.length, "pair")}
        {tested.length > first.length && `, of which the ${formatCount(first.length)} with the smallest P`}.
      </p>
    </section>
  );
}

const sign = (p: number): string => {
  const text = formatP(p);
  return /^[<>]/.test(text) ? text : `= ${text}`;
};
