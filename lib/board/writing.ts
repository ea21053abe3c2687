import * as z from "zod";
import { dateStyles, journals, plainWriting } from "../format";

/** How the numbers of a board are written, wherever words are: on the screen, in figures, tables and files for readers. */
export const writingSchema = z.strictObject({
  journal: z.enum(journals).default(plainWriting.journal).describe("Whose style of numbers; plain: none"),
  decimal: z.enum(["point", "comma"]).nullable().default(null).describe("Decimal sign; null: as the journal writes it"),
  dates: z.enum(dateStyles).default(plainWriting.dates).describe("2021-06-30, 30 June 2021 or June 30, 2021"),
});
