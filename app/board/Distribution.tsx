import type { FilterView } from "../../lib/cohort/filters";
import styles from "./FilterRail.module.css";

const width = 64;
const height = 14;
/** As many bars as can be told apart. */
const most = 16;

/** How a filter's values are spread, the height of a word: everybody pale, those whom the other filters keep darker. */
export function Distribution({ view }: { view: FilterView }) {
  if (view.kind === "unusable") return <span className={styles.unusable}>cannot be used</span>;
  const bars =
    view.kind === "range"
      ? view.total.map((total, bin) => ({ total, selected: view.selected[bin] ?? 0 }))
      : view.bars.length > most
        ? [...view.bars].sort((a, b) => b.total - a.total).slice(0, most)
        : view.bars;
  const greatest = Math.max(1, ...bars.map(({ total }) => total));
  const step = Math.min(8, width / Math.max(1, bars.length));
  const gap = step >= 4 ? 1 : 0.5;
  return (
    <svg className={styles.picture} width={width} height={height} aria-hidden="true">
      {bars.map(({ total, selected }, place) => {
        const x = width - (bars.length - place) * step;
        const high = (count: number) => (count === 0 ? 0 : Math.max(1, (count / greatest) * height));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a bar is
          <g key={place}>
            <rect x={x} width={step - gap} y={height - high(total)} height={high(total)} className={styles.everybody} />
            <rect
              x={x}
              width={step - gap}
              y={height - high(selected)}
              height={high(selected)}
              className={styles.some}
            />
          </g>
        );
      })}
    </svg>
  );
}
