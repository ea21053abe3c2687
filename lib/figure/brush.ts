import { brushX, type D3BrushEvent, select } from "d3";

export interface Brush {
  /** Puts the selection (pixels from and to, null for none) where it should stand; ignored while the user drags. */
  move(selection: [number, number] | null): void;
  detach(): void;
}

/**
 * Attaches a horizontal brush to a `<g>`; the brush owns that element from then on. `onBrush` is told of the user's own moves only, with
 * `ended` at the end of a drag.
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
      if (!dragging) group.call(brush.move, selection);
    },
    detach() {
      brush.on("start brush end", null);
      group.on(".brush", null).selectAll("*").remove();
    },
  };
}
