import { responseFigure } from "./figure/figure";
import { thumbnail } from "./figure/thumbnail";
import { sentence, subtitle } from "./words";

export const responseDrawing = { figure: responseFigure, thumbnail, subtitle, sentence };
