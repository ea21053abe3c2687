export { readTrueType } from "../pdf/trueType";
export { figureEps } from "./figureEps";
export { outlinedSvg } from "./outlinedSvg";
