/** What the user must hear: a code for tests and links, one sentence with counts and row numbers, and what to do. */
export interface Problem {
  code: string;
  message: string;
  hint: string;
  /** 1-based data rows the sentence is about, at most the first 1,000. */
  rows?: number[];
  /** The join whose second file the rows are of, and the column they are about; missing of rows of the cohort. */
  join?: { id: string; column: string };
}

/** Either a value or the reason there is none. The user's data yields problems; only our own mistakes throw. */
export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const problem = (code: string, message: string, hint: string, rows?: number[]): Problem =>
  rows ? { code, message, hint, rows: rows.slice(0, 1000) } : { code, message, hint };

export const failed = <T>(reason: Problem): Result<T> => ({ ok: false, problem: reason });
