import { responseCategories, responseLabels } from "../../../cohort/responseMeaning";
import { contrast } from "../../../figure/contrast";
import { element, group, type SvgElement } from "../../../figure/svg";
import { ellipsis, label, middleToBaseline, textWidth } from "../../../figure/text";
import type { Inks, Theme } from "../../../figure/theme";
import { counted, formatCount, formatPercent } from "../../../format";
import { categoryColor } from "../../responseColors";
import type { Metrics } from "../../sheet/sheet";
import type { ResponseResult } from "../result";

/** What is drawn of categories alone: a bar a group, from complete response to not evaluable. */
export function shares(
  { groups }: Pick<ResponseResult, "groups">,
  { left, right, top }: { left: number; right: number; top: number },
  { text, small, row, gap }: Metrics,
  ink: Inks,
  theme: Theme,
): { mark: SvgElement; bottom: number } {
  const height = text * 2;
  const pitch = height + row * 1.7;
  const marks = groups.flatMap(({ label: name, n, categories }, place) => {
    const y = top + place * pitch + row;
    let from = left;
    const parts = responseCategories.flatMap((category, code) => {
      const share = (categories[code] ?? 0) / Math.max(1, n);
      const x = from;
      const width = share * (right - left);
      from += width;
      if (width === 0) return [];
      const fill = categoryColor(code, theme);
      const words = formatPercent(share);
      const fits = textWidth(words, small) + gap < width;
      const light = contrast(ink.ink, fill) > contrast(ink.surface, fill) ? ink.ink : ink.surface;
      return [
        group(
          {},
          element("rect", { x, y, width, height, fill }),
          element(
            "title",
            {},
            `${responseLabels[category]}: ${formatCount(categories[code] ?? 0)} of ${formatCount(n)}`,
          ),
        ),
        ...(fits
          ? [
              label(x + width / 2, y + height / 2 + small * middleToBaseline, words, {
                size: small,
                fill: light,
                anchor: "middle",
              }),
            ]
          : []),
      ];
    });
    const size = counted(n, "patient");
    return [
      label(left, y - gap, ellipsis(name, right - left - textWidth(size, small) - gap * 3, text), {
        size: text,
        fill: ink.ink,
        whole: name,
      }),
      label(right, y - gap, size, { size: small, fill: ink.soft, anchor: "end" }),
      ...parts,
    ];
  });
  return { mark: group({ "data-part": "shares" }, ...marks), bottom: top + groups.length * pitch + gap };
}
