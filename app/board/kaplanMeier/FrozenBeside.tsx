import type { FigureOptions } from "../../../lib/board/figureOptions";
import { exactTime, formatCount, formatTime } from "../../../lib/format";
import { frozenComparison } from "../../../lib/panels/kaplanMeier/frozenComparison";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { useFrozen } from "../figure/figureActions";
import columns from "../StatisticsColumn.module.css";

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
  const pair = ({ before, now }: { before: number | null; now: number | null }) => {
    const change =
      before === null || now === null ? "" : ` (${now > before ? "+" : ""}${formatTime(now - before, unit)})`;
    return `${time(before)} → ${time(now)}${change}`;
  };
  return (
    <section aria-label="Frozen curves and now">
      <h2>Frozen curves → now</h2>
      <dl className={columns.lines}>
        {comparison.rows.map(({ level, label, patients, median, restrictedMean }) => [
          <div key={`${level} n`}>
            <dt>{label}</dt>
            <dd>
              {formatCount(patients.before)} → {formatCount(patients.now)} patients
            </dd>
          </div>,
          <div key={`${level} median`}>
            <dt className="quiet">median, {unit}</dt>
            <dd>{pair(median)}</dd>
          </div>,
          !result.thinned && (
            <div key={`${level} mean`}>
              <dt className="quiet">mean to {exactTime(comparison.tau)}</dt>
              <dd>{pair(restrictedMean)}</dd>
            </div>
          ),
        ])}
      </dl>
      {comparison.rows.some(({ median: { before, now } }) => before === null || now === null) && (
        <p className="quiet">NR: the curve does not fall to 50% while patients are followed.</p>
      )}
      <p className="quiet">The patients overlap, so there is no interval and no P.</p>
    </section>
  );
}
