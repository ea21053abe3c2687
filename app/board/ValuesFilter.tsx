"use client";

import { useState } from "react";
import type { Filter } from "../../lib/board/board";
import { capitalized, formatCount } from "../../lib/format";
import { setFilter } from "../actions/filters";
import { found } from "../controls/found";
import type { ValuesView } from "./filterView";
import styles from "./ValuesFilter.module.css";

type ValuesChoice = Filter & { kind: "values" };

/** From so many levels on they are searched. */
const manyLevels = 8;

/**
 * One tick box and bar per level, and one for patients without a value. A bar is as long as its level is large, dark as
 * far as it is kept; its count is that under the other filters.
 */
export function ValuesFilter({ index, filter, view }: { index: number; filter: ValuesChoice; view: ValuesView }) {
  const [typed, setTyped] = useState("");
  const { bars, missing } = view;
  const all = bars.map(({ value }) => value);
  const kept = (value: string) => filter.values === null || filter.values.includes(value);
  const set = (values: string[] | null, keepsMissing: boolean) =>
    setFilter(index, () => ({ ...filter, values, missing: keepsMissing }));
  // Where everybody has a value, nothing is said of those who have none.
  const without = missing.total > 0 ? false : filter.missing;
  const toggle = (value: string) => {
    const next = all.filter((each) => (each === value ? !kept(each) : kept(each)));
    set(next.length === all.length ? null : next, filter.missing);
  };
  const listed = found(bars, typed);
  const searching = typed.trim() !== "";
  const greatest = Math.max(1, missing.total, ...bars.map(({ total }) => total));
  const nothing = filter.values?.length === 0 && (!filter.missing || missing.total === 0);
  return (
    <>
      {bars.length >= manyLevels && (
        <input
          type="text"
          className={styles.search}
          aria-label={`Search the values of ${view.label}`}
          placeholder={`Search ${formatCount(bars.length)} values`}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => event.key === "Escape" && setTyped("")}
        />
      )}
      <ul className={styles.bars}>
        {listed.map((bar) => (
          <Bar
            key={bar.value}
            {...bar}
            greatest={greatest}
            checked={kept(bar.value)}
            onToggle={() => toggle(bar.value)}
            onOnly={() => set(all.length === 1 ? null : [bar.value], without)}
          />
        ))}
        {!searching && (
          <MissingBar
            index={index}
            filter={filter}
            missing={missing}
            greatest={greatest}
            onOnly={() => set([], true)}
          />
        )}
      </ul>
      {searching && listed.length === 0 && <p className="quiet">No value has this in its name.</p>}
      <p className={styles.all}>
        {searching && listed.length > 0 ? (
          <button
            type="button"
            data-look="plain"
            onClick={() =>
              set(
                listed.map(({ value }) => value),
                without,
              )
            }
          >
            only {listed.length === 1 ? "this one" : `these ${listed.length}`}
          </button>
        ) : (
          <>
            <button
              type="button"
              data-look="plain"
              disabled={filter.values === null && filter.missing}
              aria-label={`All of ${capitalized(view.label)}`}
              onClick={() => set(null, true)}
            >
              all
            </button>
            <button
              type="button"
              data-look="plain"
              disabled={nothing}
              aria-label={`None of ${capitalized(view.label)}`}
              onClick={() => set([], without)}
            >
              none
            </button>
          </>
        )}
      </p>
    </>
  );
}

/** The box of patients without a value; none where everybody has one. */
export function MissingBar({
  index,
  filter,
  missing,
  greatest,
  onOnly,
}: {
  index: number;
  filter: Filter;
  missing: ValuesView["missing"];
  /** The size of the longest bar. */
  greatest: number;
  onOnly?: () => void;
}) {
  if (missing.total === 0) return null;
  return (
    <Bar
      label="No value"
      {...missing}
      greatest={greatest}
      checked={filter.missing}
      onToggle={() => setFilter(index, () => ({ ...filter, missing: !filter.missing }))}
      onOnly={onOnly}
    />
  );
}

interface BarProps {
  label: string;
  /** Under the other filters. */
  selected: number;
  total: number;
  greatest: number;
  checked: boolean;
  onToggle: () => void;
  /** Keeps nothing else; absent where that cannot be said. */
  onOnly?: () => void;
}

function Bar({ label, selected, total, greatest, checked, onToggle, onOnly }: BarProps) {
  const share = (count: number) => `${(100 * count) / greatest}%`;
  return (
    <li className={styles.row}>
      <label className={styles.bar} data-checked={checked}>
        <input type="checkbox" checked={checked} onChange={onToggle} />
        <span className={styles.track}>
          <svg className={styles.fill} aria-hidden="true">
            <rect className={styles.size} width={share(total)} height="100%" rx="4" />
            {checked && <rect className={styles.kept} width={share(selected)} height="100%" rx="4" />}
          </svg>
          <span className={styles.label} title={label}>
            {label}
          </span>
        </span>
        <span
          className={styles.count}
          title={`${formatCount(selected)} of ${formatCount(total)} under the other filters`}
        >
          {selected === total ? formatCount(total) : `${formatCount(selected)}/${formatCount(total)}`}
        </span>
      </label>
      {onOnly && (
        <button type="button" className={styles.only} aria-label={`Only ${label}`} onClick={onOnly}>
          only
        </button>
      )}
    </li>
  );
}
