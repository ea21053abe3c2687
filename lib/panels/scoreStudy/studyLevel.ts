import { defaultFigureOptions } from "../../board/figureOptions";

/** Level of every interval of a study, which has no options of its own. */
export const studyLevel = defaultFigureOptions.confidenceLevel;
