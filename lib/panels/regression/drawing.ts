import { forestFigure } from "./forest";
import { thumbnail } from "./thumbnail";
import { sentence, subtitle } from "./words";

export const regressionDrawing = { figure: forestFigure, thumbnail, subtitle, sentence };
