import type { PanelOf } from "../../board/panelForms/registry";
import type { PanelDrawing } from "../drawing";
import { thumbnailOf } from "../regression/forest/thumbnail";
import { subgroupsFigure } from "./figure";
import type { SubgroupsResult } from "./result";
import { sentence, subtitle } from "./words";

export const subgroupsDrawing: PanelDrawing<PanelOf<"subgroups">, SubgroupsResult> = {
  figure: subgroupsFigure,
  thumbnail: ({ overall, variables }, size, theme) =>
    thumbnailOf(
      [overall, ...variables.flatMap(({ lines }) => lines)].map(({ ratio }) => ratio),
      size,
      theme,
    ),
  subtitle,
  sentence,
};
