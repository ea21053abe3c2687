"use client";

import type { Filter } from "../../lib/board/board";
import { formatCount } from "../../lib/format";
import { setFilter } from "../actions/filters";
import type { ValuesView } from "./filterView";
import styles from "./ValuesFilter.module.css";

type ValuesChoice = Filter & { kind: "values" };

/** One tick box and bar per level, and one for patients without a value: selected by the other filters, of all. */
export function ValuesFilter({ index, filter, view }: { index: number; filter: ValuesChoice; view: ValuesView }) {
  const kept = (value: string) => filter.values === null || filter.values.includes(value);
  const toggle = (value: string) => {
    const all = view.bars.map((bar) => bar.value);
    const next = all.filter((each) => (each === value ? !kept(each) : kept(each)));
    setFilter(index, () => ({ ...filter, values: next.length === all.length ? null : next }));
  };
  return (
    <ul className={styles.bars}>
      {view.bars.map((bar) => (
        <Bar
          key={bar.value}
          label={bar.label}
          selected={bar.selected}
          total={bar.total}
          checked={kept(bar.value)}
          onToggle={() => toggle(bar.value)}
        />
      ))}
      <MissingBar index={index} filter={filter} missing={view.missing} />
    </ul>
  );
}

/** The box of patients without a value; none where everybody has one. */
export function MissingBar({
  index,
  filter,
  missing,
}: {
  index: number;
  filter: Filter;
  missing: ValuesView["missing"];
}) {
  if (missing.total === 0) return null;
  return (
    <Bar
      label="No value"
      selected={missing.selected}
      total={missing.total}
      checked={filter.missing}
      onToggle={() => setFilter(index, () => ({ ...filter, missing: !filter.missing }))}
    />
  );
}

interface BarProps {
  label: string;
  selected: number;
  total: number;
  checked: boolean;
  onToggle: () => void;
}

function Bar({ label, selected, total, checked, onToggle }: BarProps) {
  return (
    <li>
      <label className={styles.bar} data-checked={checked}>
        <input type="checkbox" checked={checked} onChange={onToggle} />
        <span className={styles.track}>
          <svg className={styles.fill} aria-hidden="true">
            <rect width={`${total > 0 ? (100 * selected) / total : 0}%`} height="100%" />
          </svg>
          <span className={styles.label} title={label}>
            {label}
          </span>
        </span>
        <span className={styles.count}>
          {formatCount(selected)}/{formatCount(total)}
        </span>
      </label>
    </li>
  );
}
