import type { Problem } from "../../../result";
import type { Table } from "../../table";
import type { DecodingFault, Encoding } from "./encoding";
import type { QuoteFault, Quotes } from "./records";

/**
 * How much is read at a time in bytes, and from how many characters at least the separator and the header are found.
 */
export interface SliceSizes {
  slice: number;
  sample: number;
}

/** One way of reading the file; later passes change a part of it. */
export interface Pass {
  encoding: Encoding;
  /** The last letter of the file is incomplete and left out. */
  cutOff: boolean;
  quotes: Quotes;
  firstFault: QuoteFault | null;
  /** Columns, by place, that an earlier pass could not finish as numbers. */
  asTexts: ReadonlySet<number>;
}

export type Outcome =
  | { done: "table"; table: Table }
  | { done: "failed"; problem: Problem }
  | { done: "again"; places: number[] }
  | { done: "undecodable"; fault: DecodingFault }
  | { done: "quoteFault"; fault: QuoteFault }
  /** Read with literal quotes, and the lines are not all of one width. */
  | { done: "ragged" };
