import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { ciInWords, counted, formatCount, formatMedian } from "../../../lib/format";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { generatedSubtitle } from "../../../lib/panels/kaplanMeier/words";
import columns from "../StatisticsColumn.module.css";
import styles from "./Beside.module.css";
import { TestInteraction } from "./InWhom";

/** The numbers of each small figure; those above are of all of them together. */
export function Facets({ result: { multiples }, panel }: { result: KaplanMeierResult; panel: PanelOf<"kaplanMeier"> }) {
  if (multiples === null) return null;
  return (
    <section aria-label={`By ${multiples.label}`}>
      <h2>For each {multiples.label}</h2>
      <ul className={styles.facets}>
        {multiples.facets.map(({ level, label, result }) => (
          <li key={level}>
            <span className="clamped">{label}</span>
            <strong>{generatedSubtitle(result)}</strong>
          </li>
        ))}
      </ul>
      {multiples.empty.length > 0 && <p className="quiet">No patient left: {multiples.empty.join(", ")}.</p>}
      <p className="quiet">
        The numbers above are of all together. A small P here and a large one there is no sign of a difference between
        them; that needs a test of interaction.
      </p>
      <TestInteraction panel={panel} />
    </section>
  );
}

/** The numbers of the endpoint drawn beside the first. */
export function SecondBeside({ result: { second, confidence } }: { result: KaplanMeierResult }) {
  if (second === null) return null;
  const { endpoint, groups } = second;
  return (
    <section aria-label={endpoint.label}>
      <h2>{endpoint.label}</h2>
      <table className={columns.groups}>
        <thead>
          <tr>
            <th scope="col">Group</th>
            <th scope="col">n</th>
            <th scope="col">Events</th>
            <th scope="col">
              Median, {endpoint.unit} ({ciInWords(confidence.level)})
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ level, label, curve, events, median }) => (
            <tr key={level}>
              <th scope="row">
                <span className="clamped">{label}</span>
              </th>
              <td>{formatCount(curve.n)}</td>
              <td>{formatCount(events)}</td>
              <td>{formatMedian(median, endpoint.unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">
        {counted(second.patients, "patient")}, {counted(second.events, "event")}. The two endpoints are of the same
        patients and are not compared.
      </p>
    </section>
  );
}
