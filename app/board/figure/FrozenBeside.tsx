import type { FigureOptions } from "../../../lib/board/figureOptions";
import { formatCount, formatTime } from "../../../lib/format";
import { frozenComparison } from "../../../lib/panels/kaplanMeier/frozenComparison";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import columns from "../StatisticsColumn.module.css";
import { useFrozen } from "./figureActions";

/** The frozen curves beside the present ones in numbers: the patients overlap, so there is no interval and no P. */
export function FrozenBeside({
  result,
  panel,
}: {
  result: KaplanMeierResult;
  panel: { id: string; figure: FigureOptions };
}) {
  const frozen = useFrozen(panel.id, result);
  const comparison = frozen && frozenComparison(frozen, result);
  if (!comparison) return null;
  const { unit } = result.endpoint;
  const time = (value: number | null) => (value === null ? "NR" : formatTime(value, unit));
  const change = (before: number | null, now: number | null) => {
    if (before === null || now === null) return "";
    const by = now - before;
    return ` (${by > 0 ? "+" : ""}${formatTime(by, unit)})`;
  };
  return (
    <section>
      <h2>Frozen → now</h2>
      <table className={columns.groups}>
        <thead>
          <tr>
            <th scope="col">Group</th>
            <th scope="col">n</th>
            <th scope="col">Median, {unit}</th>
            <th scope="col">Mean to {formatTime(comparison.tau, unit)}</th>
          </tr>
        </thead>
        <tbody>
          {comparison.rows.map(({ level, label, patients, median, restrictedMean }) => (
            <tr key={level}>
              <th scope="row" title={label}>
                {label}
              </th>
              <td>
                {formatCount(patients.before)} → {formatCount(patients.now)}
              </td>
              <td>
                {time(median.before)} → {time(median.now)}
                {change(median.before, median.now)}
              </td>
              <td>
                {time(restrictedMean.before)} → {time(restrictedMean.now)}
                {change(restrictedMean.before, restrictedMean.now)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">The patients overlap, so there is no interval and no P.</p>
    </section>
  );
}
