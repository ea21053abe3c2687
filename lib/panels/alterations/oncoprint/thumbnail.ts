import { maskOf } from "../../../cohort/genes";
import { element, rounded, type SvgElement } from "../../../figure/svg";
import type { Theme } from "../../../figure/theme";
import type { AlterationsResult } from "../result";
import { cellMarks } from "./cells";

/** The cells of the first genes alone, small. */
export function thumbnail(
  { genes, counted, order }: AlterationsResult,
  { width, height }: { width: number; height: number },
  theme: Theme,
): SvgElement {
  const shown = genes.slice(0, 6);
  const pitch = (height - 4) / Math.max(5, shown.length);
  const place = { left: 2, cell: (width - 4) / Math.max(1, order.rows.length), height: pitch * 0.78 };
  return element(
    "svg",
    { width, height, viewBox: `0 0 ${rounded(width)} ${rounded(height)}`, "aria-hidden": "true" },
    ...shown.flatMap(({ cells }, line) =>
      cellMarks(cells.bits, maskOf(counted), { ...place, top: 2 + line * pitch }, theme),
    ),
  );
}
