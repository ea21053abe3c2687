import { type RefObject, useId, useRef } from "react";
import { type Filter, isActive } from "../../lib/board/board";
import type { FilterView } from "../../lib/cohort/filters";
import { keptInWords } from "../../lib/cohort/filterWords";
import { capitalized } from "../../lib/format";
import { clearFilter, foldFilter, removeFilter, unfoldFilter } from "../actions/filters";
import { Icon } from "../controls/Icon";
import { useFocusBack } from "../controls/useFocusBack";
import { ProblemNote } from "../problems/ProblemNote";
import { Distribution } from "./Distribution";
import styles from "./FilterRail.module.css";
import { RangeFilter } from "./RangeFilter";
import { ValuesFilter } from "./ValuesFilter";

/** A filter just added, and what had the focus then. */
export interface Added {
  key: string;
  from: Element | null;
}

/** One filter: its name and a small picture while it keeps everybody; opened, or active, its values or its range. */
export function FilterCard({
  index,
  filter,
  shown,
  view,
  open,
  added,
}: {
  index: number;
  filter: Filter;
  /** The filter that the counts are of: while a brush is dragged, that of the preview. */
  shown: Filter;
  view: FilterView;
  open: boolean;
  /** The filter that was just added, whose line takes the focus once it is there. */
  added: RefObject<Added | null>;
}) {
  const body = useId();
  const item = useRef<HTMLLIElement>(null);
  const { want, opener } = useFocusBack();
  const active = isActive(filter);
  const name = capitalized(view.label);
  const takesFocus = (line: HTMLButtonElement | null) => {
    opener(line);
    if (!line || added.current?.key !== JSON.stringify(filter.of)) return;
    const { from } = added.current;
    added.current = null;
    // Not from somebody who types the next one by now, or has gone elsewhere.
    if (from !== document.activeElement || from?.getAttribute("aria-expanded") === "true") return;
    line.focus();
    line.closest("li")?.scrollIntoView({ block: "nearest" });
  };
  const remove = () => {
    const { nextElementSibling: next, previousElementSibling: before } = item.current ?? {};
    (next ?? before)?.querySelector("button")?.focus();
    foldFilter(filter.of);
    removeFilter(index);
  };
  return (
    <li ref={item} className={styles.card} data-active={active} data-open={open || active}>
      <div className={styles.cardHead}>
        <h3>
          {active ? (
            <span className={styles.name}>{name}</span>
          ) : (
            <button
              ref={takesFocus}
              type="button"
              className={styles.line}
              aria-expanded={open}
              aria-controls={open ? body : undefined}
              title={name}
              onClick={() => (open ? foldFilter(filter.of) : unfoldFilter(filter.of))}
            >
              <span className={styles.name}>{name}</span>
              {open ? <Icon name="down" /> : <Distribution view={view} />}
            </button>
          )}
        </h3>
        {active && (
          <>
            <span className={styles.kept} title={keptInWords(filter, view)}>
              {keptInWords(filter, view)}
            </span>
            <button
              type="button"
              data-look="plain"
              onClick={() => {
                want();
                foldFilter(filter.of);
                clearFilter(index);
              }}
              aria-label={`Clear the filter ${view.label}`}
            >
              clear
            </button>
          </>
        )}
        <button
          type="button"
          data-look="plain"
          className={styles.remove}
          onClick={remove}
          aria-label={`Remove the filter ${view.label}`}
          title="Remove from the list"
        >
          <Icon name="cross" />
        </button>
      </div>
      {(open || active) && (
        <div id={body} className={styles.body}>
          {view.kind === "unusable" && <ProblemNote problem={view.problem} />}
          {view.kind === "values" && filter.kind === "values" && (
            <ValuesFilter index={index} filter={filter} view={view} />
          )}
          {view.kind === "range" && filter.kind === "range" && (
            <RangeFilter index={index} filter={filter} shown={shown} view={view} />
          )}
        </div>
      )}
    </li>
  );
}
