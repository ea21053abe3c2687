import type { FigureOptions } from "../../../lib/board/figureOptions";
import { frozenComparison, frozenStats } from "../../../lib/panels/kaplanMeier/frozenComparison";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { methodsInWords } from "../../../lib/panels/methods/paragraph";
import { methodsOf, reasonsOf } from "../../../lib/panels/methods/stat";
import { useFrozen } from "../figure/figureActions";
import columns from "../StatisticsColumn.module.css";

/** The frozen curves beside the present ones in numbers, and how those were had. */
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
  const stats = frozenStats(comparison);
  return (
    <section aria-label="Frozen curves and now">
      <h2>Frozen curves → now</h2>
      <dl className={columns.lines}>
        {stats.map(({ text }, line) =>
          text ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: names of lines repeat in every group
            <div key={line}>
              <dt className={comparison.rows.some(({ label }) => label === text[0]) ? undefined : "quiet"}>
                {text[0]}
              </dt>
              <dd>{text[1]}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {reasonsOf(stats).map((reason) => (
        <p key={reason} className="quiet">
          {reason}
        </p>
      ))}
      <p className="quiet">{methodsInWords(methodsOf(stats))}</p>
    </section>
  );
}
