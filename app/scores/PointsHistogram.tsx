"use client";

import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { groupColor } from "../../lib/figure/palette";
import type { Theme } from "../../lib/figure/theme";
import { formatCount, numberInWords } from "../../lib/format";
import { nth } from "../../lib/numeric/nth";
import { useSize } from "../board/useSize";
import styles from "./PointsHistogram.module.css";

interface HistogramProps {
  /** Patients by points, rising. */
  tally: { points: number; patients: number }[];
  /** The last points of each group but the last, rising. */
  cuts: number[];
  whole: boolean;
  theme: Theme;
  onDrag: (cuts: number[] | null) => void;
  onCuts: (cuts: number[]) => void;
}

const height = 172;
const foot = 22;
const head = 18;
const mostBars = 30;

/** Patients by points, in the colors of their groups; each cut is a slider. */
export function PointsHistogram(props: HistogramProps) {
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  return (
    <div ref={place} className={styles.place}>
      {size && props.tally.length > 0 && <Bars {...props} width={size.width} />}
      {props.tally.length === 0 && <p className="quiet">Nobody has points yet.</p>}
    </div>
  );
}

function Bars({ tally, cuts, whole, theme, onDrag, onCuts, width }: HistogramProps & { width: number }) {
  const svg = useRef<SVGSVGElement>(null);
  const scale = scaleOf(tally, whole, width);
  const bars = barsOf(tally, scale);
  const most = Math.max(...bars.map(({ patients }) => patients));
  const y = (patients: number) => height - foot - (patients / most) * (height - foot - head);
  const groupAt = (points: number) => {
    const g = cuts.findIndex((cut) => points <= cut);
    return g < 0 ? cuts.length : g;
  };
  const moved = (index: number, value: number) => {
    const low = index === 0 ? scale.first - scale.step : nth(cuts, index - 1) + scale.step;
    const high = index === cuts.length - 1 ? scale.last : nth(cuts, index + 1) - scale.step;
    const bounded = Math.min(Math.max(value, low), high);
    return cuts.map((cut, c) => (c === index ? Number(bounded.toPrecision(12)) : cut));
  };
  const valueAt = (event: PointerEvent) => {
    const left = svg.current?.getBoundingClientRect().left ?? 0;
    const value = scale.valueAt(event.clientX - left);
    return whole ? Math.round(value - 0.5) : Math.round(value / scale.step) * scale.step;
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset
    <svg
      ref={svg}
      width={width}
      height={height}
      className={styles.histogram}
      role="group"
      aria-label="Patients by points"
    >
      {bars.map(({ from, to, points, patients }) => (
        <g key={points}>
          <rect
            x={from}
            y={y(patients)}
            width={Math.max(1, to - from)}
            height={height - foot - y(patients)}
            rx={3}
            fill={groupColor(groupAt(points), cuts.length + 1, true, theme)}
          />
          {to - from > 14 && patients > 0 && (
            <text x={(from + to) / 2} y={y(patients) - 5} textAnchor="middle">
              {formatCount(patients)}
            </text>
          )}
        </g>
      ))}
      {scale.ticks.map(({ value, text, anchor }) => (
        <text key={value} x={scale.x(value)} y={height - 6} textAnchor={anchor} className={styles.tick}>
          {text}
        </text>
      ))}
      {cuts.map((cut, index) => (
        <Cut
          // biome-ignore lint/suspicious/noArrayIndexKey: a cut is its place among the cuts
          key={index}
          x={scale.x(whole ? cut + 0.5 : cut)}
          cut={cut}
          scale={scale}
          onPointer={(event) => onDrag(moved(index, valueAt(event)))}
          onEnd={() => onCuts(cuts)}
          onStep={(by) => onCuts(moved(index, cut + by * scale.step))}
        />
      ))}
    </svg>
  );
}

function Cut({
  x,
  cut,
  scale,
  onPointer,
  onEnd,
  onStep,
}: {
  x: number;
  cut: number;
  scale: Scale;
  onPointer: (event: PointerEvent) => void;
  onEnd: () => void;
  onStep: (by: number) => void;
}) {
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    onStep(by);
  };
  return (
    <g
      className={styles.cut}
      role="slider"
      tabIndex={0}
      aria-label="Cut between groups"
      aria-valuenow={cut}
      aria-valuemin={scale.first}
      aria-valuemax={scale.last}
      aria-valuetext={`up to ${cut} points`}
      onKeyDown={onKey}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && onPointer(event)}
      onPointerUp={onEnd}
    >
      <rect x={x - 9} y={0} width={18} height={height - foot} className={styles.catch} />
      <line x1={x} x2={x} y1={4} y2={height - foot} />
      <rect x={x - 4} y={2} width={8} height={16} rx={4} className={styles.grip} />
    </g>
  );
}

interface Scale {
  first: number;
  last: number;
  /** What a cut moves by. */
  step: number;
  x(value: number): number;
  valueAt(x: number): number;
  ticks: { value: number; text: string; anchor: "start" | "middle" | "end" }[];
  /** Edges of the bars, in points. */
  edges: number[];
}

function scaleOf(tally: HistogramProps["tally"], whole: boolean, width: number): Scale {
  const first = nth(tally, 0).points;
  const last = nth(tally, tally.length - 1).points;
  const counted = whole && last - first < mostBars;
  const [from, to] = counted ? [first - 0.5, last + 0.5] : [first, last === first ? first + 1 : last];
  const x = (value: number) => 4 + ((value - from) / (to - from)) * (width - 8);
  const count = counted ? last - first + 1 : 24;
  const edges = Array.from({ length: count + 1 }, (_, index) => from + (index * (to - from)) / count);
  const values = counted
    ? Array.from({ length: count }, (_, index) => first + index)
    : Array.from({ length: 5 }, (_, index) => from + (index * (to - from)) / 4);
  return {
    first,
    last,
    step: whole ? 1 : 10 ** Math.floor(Math.log10((to - from) / 50)),
    x,
    valueAt: (pixel) => from + ((pixel - 4) / (width - 8)) * (to - from),
    ticks: values.map((value, index) => ({
      value,
      text: numberInWords(Number(value.toPrecision(3))),
      anchor: counted ? "middle" : index === 0 ? "start" : index === values.length - 1 ? "end" : "middle",
    })),
    edges,
  };
}

function barsOf(tally: HistogramProps["tally"], { edges, x }: Scale) {
  const last = edges.length - 2;
  const width = nth(edges, 1) - nth(edges, 0);
  const patients = new Array<number>(last + 1).fill(0);
  for (const { points, patients: count } of tally)
    patients[Math.min(last, Math.max(0, Math.floor((points - nth(edges, 0)) / width)))] =
      nth(patients, Math.min(last, Math.max(0, Math.floor((points - nth(edges, 0)) / width)))) + count;
  const gap = Math.min(6, (x(nth(edges, 1)) - x(nth(edges, 0))) * 0.08);
  return patients.map((count, bar) => ({
    from: x(nth(edges, bar)) + gap,
    to: x(nth(edges, bar + 1)) - gap,
    points: (nth(edges, bar) + nth(edges, bar + 1)) / 2,
    patients: count,
  }));
}
