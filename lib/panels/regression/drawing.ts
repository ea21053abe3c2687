import { forestFigure } from "./forest/forest";
import { thumbnail } from "./forest/thumbnail";
import { sentence, subtitle } from "./words";

export const regressionDrawing = { figure: forestFigure, thumbnail, subtitle, sentence };
