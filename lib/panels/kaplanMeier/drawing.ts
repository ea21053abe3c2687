import { kaplanMeierFigure } from "./figure";
import { sentence } from "./sentence";
import { thumbnail } from "./thumbnail";
import { generatedSubtitle } from "./words";

export const kaplanMeierDrawing = {
  figure: kaplanMeierFigure,
  thumbnail,
  subtitle: generatedSubtitle,
  sentence,
};
