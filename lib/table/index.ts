/** Files to columns: what a file says, and how surely. Knows nothing of patients. */
export { mostWritten } from "./columns/columnBuilder";
export { calendarFromDay, dayFromCalendar, dayFromIso, dayToIso } from "./dates";
export { type ColumnDescription, cellText, cellTexts, type Description, describe, fileTexts, lineOf } from "./describe";
export type { ReadProgress } from "./formats/format";
export { isHeavy } from "./formats/heavy";
export { isMissingInCategories, isMissingWord } from "./missing";
export { parseNumber } from "./numbers";
export { readTable } from "./readTable";
export { bytesSource, fileSource, type Source } from "./source";
export type {
  CategoryColumn,
  CellsAlike,
  Column,
  ColumnReading,
  DateColumn,
  Notice,
  NumberColumn,
  Question,
  Reading,
  ReadingChoice,
  ReadingOptions,
  Table,
  TrimmedCells,
  Written,
} from "./table";
export { withAnswer } from "./withAnswer";
