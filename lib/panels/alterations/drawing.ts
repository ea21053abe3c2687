import { oncoprint } from "./oncoprint/figure";
import { thumbnail } from "./oncoprint/thumbnail";
import type { AlterationsResult } from "./result";
import { sentence, subtitle } from "./words";

export const alterationsDrawing = {
  figure: (
    result: AlterationsResult,
    options: Parameters<typeof oncoprint>[1],
    sheet: Parameters<typeof oncoprint>[2],
  ) => oncoprint(result, options, sheet),
  thumbnail,
  subtitle,
  sentence,
};
