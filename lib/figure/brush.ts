import { brushX, type D3BrushEvent, select } from "d3";

export interface Brush {
  /** Puts the selection (pixels from and to, null for none) where it should stand; ignored while the user drags. */
  move(selection: [number, number] | null): void;
  detach(): void;
}

/**
 * Attaches a horizontal brush to a `<g>`; the brush owns that element from then on. `onBrush` is told of the user's own
 * moves only, with `ended` at the end of a drag.
 */
export function attachBrush(
  element: SVGGElement,
  { width, height }: { width: number; height: number },
  onBrush: (range: [number, number] | null, ended: boolean) => void,
): Brush {
  let dragging = false;
  const tell = (event: D3BrushEvent<unknown>) => {
    if (!event.sourceEvent) return;
    dragging = event.type !== "end";
    if (event.type !== "start") onBrush(event.selection as [number, number] | null, event.type === "end");
  };
  const brush = brushX<unknown>()
    .extent([
      [0, 0],
      [width, height],
    ])
    .on("start brush end", tell);
  const group = select<SVGGElement, unknown>(element);
  group.call(brush);
  return {
    move(selection) {
      if (!dragging) group.call(brush.move, drawn(selection, width));
    },
    detach() {
      brush.on("start brush end", null);
      group.on(".brush", null).selectAll("*").remove();
    },
  };
}

/**
 * What of a selection lies within the extent; null for one that runs backwards, which a brush would draw with a
 * negative width.
 */
export function drawn(selection: [number, number] | null, width: number): [number, number] | null {
  if (!selection || !(selection[0] <= selection[1])) return null;
  const within = (position: number) => Math.max(0, Math.min(width, position));
  return [within(selection[0]), within(selection[1])];
}
