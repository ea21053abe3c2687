import type { PanelOf } from "../../../board/panelForms/registry";
import { textWidth } from "../../../figure/text";
import type { Metrics, Sheet } from "../../sheet/sheet";
import type { AlterationsResult } from "../result";
import { type LegendPlan, legendPlan } from "./legend";

export type Options = PanelOf<"alterations">["figure"];

/** Where everything stands; lengths in pixels. */
export interface Layout {
  legend: LegendPlan;
  legendTop: number;
  tracksTop: number;
  trackPitch: number;
  /** From where to where cells stand, and the width of one. */
  left: number;
  right: number;
  cell: number;
  genesTop: number;
  /** From one gene to the next, and the height of its cells. */
  pitch: number;
  height: number;
  bottom: number;
  /** From where to where shares stand; equal where there is no room for them. */
  shares: { left: number; right: number; bars: boolean };
}

/** The places of a figure whose legend begins at `top`. `room`: the height for the genes, where it is limited. */
export function layoutOf(
  result: AlterationsResult,
  { shares }: Options,
  { width, height, theme }: Pick<Sheet, "width" | "height" | "theme">,
  top: number,
  foot: number,
  { text, small, gap, row }: Metrics,
): Layout {
  const { genes, tracks, patients } = result;
  const named = Math.max(
    0,
    ...genes.map(({ gene }) => textWidth(gene, text, 600)),
    ...tracks.map(({ label }) => textWidth(label, small)),
  );
  const left = gap + Math.min(named, width * 0.24) + gap * 1.6;
  const wide = width >= 560 * (text / 12);
  const shareWidth = !shares || genes.length === 0 ? 0 : wide ? text * 11 : text * 3;
  const right = width - gap - shareWidth - (shareWidth > 0 ? gap * 2.4 : 0);
  const legend = legendPlan(result, width - 2 * gap, theme, { text, small, gap, row });
  const tracksTop = top + legend.height + gap * 1.5;
  const trackPitch = text * 1.5;
  const head = shareWidth > 0 ? Math.max(tracks.length * trackPitch, row * 2) : tracks.length * trackPitch;
  const genesTop = tracksTop + head + gap * 1.2;
  const scale = text / 12;
  const preferred = (genes.length <= 12 ? 41 : genes.length <= 40 ? 24 : 17) * scale;
  const least = (genes.length <= 40 ? 15 : 12) * scale;
  const fit = height > 0 && genes.length > 0 ? (height - genesTop - foot) / genes.length : preferred;
  const pitch = Math.max(least, Math.min(preferred, fit));
  return {
    legend,
    legendTop: top,
    tracksTop,
    trackPitch,
    left,
    right,
    cell: (right - left) / Math.max(1, result.order.rows.length || patients),
    genesTop,
    pitch,
    height: pitch * 0.82,
    bottom: genesTop + genes.length * pitch,
    shares: { left: width - gap - shareWidth, right: width - gap, bars: wide && pitch >= 27 * scale },
  };
}

/** What stands at a place of the figure: a gene, the share of one, or one patient's cell of a gene. */
export function placeAt(
  { genes, order }: AlterationsResult,
  { genesTop, pitch, left, right, cell }: Layout,
  x: number,
  y: number,
): { gene: number; part: "name" | "share" | "cell"; patient: number } | null {
  const gene = Math.floor((y - genesTop) / pitch);
  if (gene < 0 || gene >= genes.length) return null;
  if (x < left) return { gene, part: "name", patient: -1 };
  if (x >= right) return { gene, part: "share", patient: -1 };
  return { gene, part: "cell", patient: Math.min(order.rows.length - 1, Math.floor((x - left) / cell)) };
}
