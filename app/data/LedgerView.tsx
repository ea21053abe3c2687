import type { Ledger, SecondLedger } from "../../lib/cohort/ledger";
import { formatCount, rowsInWords } from "../../lib/format";
import { showRows } from "../rows/showRows";
import styles from "./LedgerView.module.css";

/** rows − merged = patients; patients − left out, by reason = in the curve; filters are a line of their own. */
export function LedgerView({
  ledger,
  selected,
  what = "curve",
  columns = [],
}: {
  ledger: Ledger;
  selected: number | null;
  /** What they come into. */
  what?: string;
  /** Shown first when the rows of a line are looked at. */
  columns?: string[];
}) {
  return (
    <table className={styles.ledger} data-testid="ledger">
      <tbody>
        <Line label="Rows in the file" count={formatCount(ledger.rows)} strong />
        {ledger.merged.count > 0 && (
          <>
            <Line
              label={ledger.merged.reason}
              count={`−${formatCount(ledger.merged.count)}`}
              rows={ledger.merged.rows}
              columns={columns}
            />
            {!ledger.weighted && <Line label="Patients" count={formatCount(ledger.patients)} strong />}
          </>
        )}
        {ledger.weightless.count > 0 && (
          <Line
            label={ledger.weightless.reason}
            count={`−${formatCount(ledger.weightless.count)}`}
            rows={ledger.weightless.rows}
            columns={columns}
          />
        )}
        {ledger.weighted && <Line label="Patients these rows stand for" count={formatCount(ledger.patients)} strong />}
        {ledger.leftOut.map(({ reason, count, rows }) => (
          <Line key={reason} label={reason} count={`−${formatCount(count)}`} rows={rows} columns={columns} />
        ))}
        <Line
          label={
            ledger.merged.count > 0 || ledger.leftOut.length > 0 || ledger.weighted
              ? "Usable patients"
              : "Patients, all usable"
          }
          count={formatCount(ledger.used)}
          strong
        />
        {selected !== null && (
          <Line label={`Kept by the filters: in the ${what}`} count={formatCount(selected)} strong />
        )}
        {ledger.seconds.map((second) => (
          <Second key={`${second.join} ${second.as}`} {...second} />
        ))}
      </tbody>
    </table>
  );
}

/** A second file: rows − left out = read. */
function Second({ join, file, as, unit, rows, leftOut, used }: SecondLedger) {
  return (
    <>
      <Line label={`${unit === "row" ? "Rows" : "Samples"} in ${file}`} count={formatCount(rows)} strong />
      {leftOut.map((line) => (
        <Line
          key={line.reason}
          label={line.reason}
          count={`−${formatCount(line.count)}`}
          rows={unit === "row" ? line.rows : undefined}
          join={join}
        />
      ))}
      <Line label={`Read as ${as}`} count={formatCount(used)} strong />
    </>
  );
}

function Line({
  label,
  count,
  rows,
  columns = [],
  join,
  strong,
}: {
  label: string;
  count: string;
  rows?: number[] | undefined;
  columns?: string[];
  /** The second file whose rows they are. */
  join?: string | undefined;
  strong?: boolean;
}) {
  return (
    <tr data-strong={strong}>
      <th scope="row">
        {label}
        {rows && " "}
        {rows && (
          <button
            type="button"
            className={styles.rows}
            title="Show these rows"
            onClick={() => showRows(`${count.replace("−", "")} · ${label}`, { of: "rows", rows, columns, join })}
          >
            {rowsInWords(rows)}
          </button>
        )}
      </th>
      <td>{count}</td>
    </tr>
  );
}
