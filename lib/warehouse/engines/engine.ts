import type { Result } from "../../result";
import type { DialectId } from "../dialects";
import type { WarehouseColumn } from "../reading";

/** A table in an engine that counts; nothing of it is changed. */
export interface Engine {
  dialect: DialectId;
  /** The table as it stands after FROM. */
  from: string;
  columns(): Promise<Result<WarehouseColumn[]>>;
  /** The answer of a query, some rows at a time; every cell a text, or null. */
  rows(sql: string): AsyncIterable<(string | null)[][]>;
  /** Ends what is asked, which then rejects. */
  cancel(): void;
  close(): Promise<void>;
}
