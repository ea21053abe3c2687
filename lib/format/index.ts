/** Numbers to words: one voice for the screen, the figures and the exports. */

export { chosenTime, limitTime } from "./chosenTime";
export { columnInWords } from "./columnInWords";
export { dateInWords } from "./dateInWords";
export { decimals, plainDecimals } from "./decimals";
export { chiSquareInWords, formatChiSquare } from "./formatChiSquare";
export { counted, formatCount } from "./formatCount";
export { between, formatEstimate, formatInterval } from "./formatEstimate";
export { ciInWords, formatLevel } from "./formatLevel";
export { formatMedian, formatMedianTime } from "./formatMedian";
export { formatP, limitOfP, pInWords } from "./formatP";
export { formatPercent } from "./formatPercent";
export { formatPoints } from "./formatPoints";
export { formatRatio } from "./formatRatio";
export { formatShare } from "./formatShare";
export { formatTime } from "./formatTime";
export {
  type DateStyle,
  dateStyles,
  type JournalId,
  journals,
  numberStyle,
  plainWriting,
  type Writing,
  writeAs,
  writtenAs,
} from "./numberStyle";
export {
  besideEachOther,
  capitalized,
  groupInText,
  inSentence,
  listed,
  listedUpTo,
  underName,
  withUnit,
} from "./phrases";
export { nameInStyle, numberInWords, plainNumber } from "./plainNumber";
export { rowsInWords } from "./rowsInWords";
export { separating } from "./separating";
