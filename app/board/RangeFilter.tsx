"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { Filter } from "../../lib/board/board";
import { emptyRange, idleBounds } from "../../lib/cohort/emptyRange";
import { attachBrush, type Brush } from "../../lib/figure/brush";
import { nth } from "../../lib/numeric/nth";
import { dayFromCalendar, dayToIso } from "../../lib/table/dates";
import { previewFilter, setFilter } from "../actions/filters";
import { Committed } from "../controls/Committed";
import { numberIn } from "../controls/numbersIn";
import { ProblemNote } from "../problems/ProblemNote";
import type { RangeView } from "./filterView";
import styles from "./RangeFilter.module.css";
import { MissingBar } from "./ValuesFilter";

type RangeChoice = Filter & { kind: "range" };
interface RangeProps {
  index: number;
  filter: RangeChoice;
  /** The filter that the counts are of: while a brush is dragged, that of the preview. */
  shown: Filter;
  view: RangeView;
}

const width = 232;
const height = 46;

/**
 * A histogram of everybody in grey and the selected in color, a brush over it, exact bounds beside it. Bounds are
 * inclusive.
 */
export function RangeFilter({ index, filter, shown, view }: RangeProps) {
  const setRange = (min: number | null, max: number | null) => setFilter(index, () => ({ ...filter, min, max }));
  const { min, max } = shown.kind === "range" ? shown : filter;
  const patients = view.total.reduce((sum, count) => sum + count, view.missing.total);
  const empty = emptyRange(filter, view);
  const idle = empty ? null : idleBounds(filter, view);
  return (
    <div>
      <Histogram index={index} filter={filter} shown={shown} view={view} onRange={setRange} />
      <div className={styles.bounds}>
        <Bound
          label={`${view.label}, from`}
          value={min}
          extreme={view.min}
          date={view.date}
          onValue={(from) => setRange(from, filter.max)}
        />
        <span className="quiet">{view.unit || "to"}</span>
        <Bound
          label={`${view.label}, to`}
          value={max}
          extreme={view.max}
          date={view.date}
          onValue={(to) => setRange(filter.min, to)}
        />
      </div>
      {empty && (
        <div className={styles.empty}>
          <ProblemNote problem={empty}>
            {empty.code === "range-reversed" && (
              <button type="button" onClick={() => setRange(filter.max, filter.min)}>
                Exchange
              </button>
            )}
          </ProblemNote>
        </div>
      )}
      {idle && <p className={styles.idle}>{idle}</p>}
      <ul className={styles.missing}>
        <MissingBar index={index} filter={filter} missing={view.missing} greatest={patients} />
      </ul>
    </div>
  );
}

function Histogram({
  index,
  filter,
  shown,
  view,
  onRange,
}: RangeProps & { onRange: (min: number | null, max: number | null) => void }) {
  const element = useRef<SVGGElement>(null);
  const first = nth(view.edges, 0);
  const last = nth(view.edges, view.edges.length - 1);
  const most = Math.max(1, ...view.total);
  const x = (value: number) => ((value - first) / (last - first)) * width;
  const rounded = (position: number) => nice(first + (position / width) * (last - first), (last - first) / width);
  const onBrush = (range: [number, number] | null, ended: boolean) => {
    const [min, max] = range ? range.map(rounded) : [null, null];
    if (ended) onRange(min, max);
    else previewFilter(index, (before) => ({ ...before, min, max }) as RangeChoice);
  };
  const from = filter.min === null ? 0 : x(filter.min);
  const to = filter.max === null ? width : x(filter.max);
  useBrush(element, onBrush, filter.min === null && filter.max === null ? null : from, to);
  return (
    <svg
      className={styles.histogram}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`Distribution of ${view.label}`}
      onPointerDown={leaveField}
    >
      {view.total.map((total, bin) => {
        const left = x(nth(view.edges, bin)) + 0.5;
        const barWidth = Math.max(0.5, x(nth(view.edges, bin + 1)) - x(nth(view.edges, bin)) - 1);
        const inside =
          shown.kind === "range" &&
          (shown.min === null || nth(view.edges, bin + 1) > shown.min) &&
          (shown.max === null || nth(view.edges, bin) <= shown.max);
        return (
          <g key={view.edges[bin]}>
            <rect
              className={styles.all}
              x={left}
              width={barWidth}
              y={height - (total / most) * height}
              height={(total / most) * height}
            />
            <rect
              className={inside ? styles.in : styles.out}
              x={left}
              width={barWidth}
              y={height - (nth(view.selected, bin) / most) * height}
              height={(nth(view.selected, bin) / most) * height}
            />
          </g>
        );
      })}
      <g ref={element} className={styles.brush} />
    </svg>
  );
}

/** A brush keeps the browser from leaving the field by a click: what is typed there counts, as elsewhere, before it moves. */
function leaveField(): void {
  if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
}

/** NaN where the text is not a date such as 2021-03-31. */
function isoToDay(text: string): number {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return day ? dayFromCalendar(Number(year), Number(month), Number(day)) : Number.NaN;
}

/** Attaches the brush once; it owns the `<g>`, and its selection follows the filter except while it is dragged. */
function useBrush(
  element: RefObject<SVGGElement | null>,
  onBrush: (range: [number, number] | null, ended: boolean) => void,
  from: number | null,
  to: number,
): void {
  const brush = useRef<Brush>(null);
  const latest = useRef(onBrush);
  useEffect(() => {
    latest.current = onBrush;
  });
  useEffect(() => {
    if (!element.current) return;
    brush.current = attachBrush(element.current, { width, height }, (range, ended) => latest.current(range, ended));
    return () => brush.current?.detach();
  }, [element]);
  useEffect(() => brush.current?.move(from === null ? null : [from, to]), [from, to]);
}

/** Rounds to a power of ten no coarser than one pixel, so that a bound reads 10.2 and not 10.2034. */
function nice(value: number, pixel: number): number {
  const digits = Math.max(0, Math.ceil(-Math.log10(pixel)));
  return Number(value.toFixed(Math.min(12, digits)));
}

interface BoundProps {
  label: string;
  value: number | null;
  extreme: number;
  date: boolean;
  onValue: (value: number | null) => void;
}

/** A bound typed exactly; empty means open. */
function Bound({ label, value, extreme, date, onValue }: BoundProps) {
  const asText = (bound: number | null) => (bound === null ? "" : date ? dayToIso(bound) : String(bound));
  const read = (text: string) => {
    if (text.trim() === "") return null;
    const bound = date ? isoToDay(text.trim()) : numberIn(text);
    return bound === null || !Number.isFinite(bound) ? undefined : bound;
  };
  return (
    <Committed
      inputMode={date ? "text" : "decimal"}
      label={label}
      className={styles.bound}
      placeholder={Number.isNaN(extreme) ? "" : asText(extreme)}
      value={value}
      write={asText}
      read={read}
      onValue={onValue}
    />
  );
}
