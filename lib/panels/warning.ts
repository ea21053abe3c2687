import type { CautionId } from "../board/figureOptions";

/** A bias the figure may suffer from: what in this cohort says so, what to do, and how a caption says it. */
export interface Warning {
  id: CautionId;
  /** The evidence, with its numbers. */
  message: string;
  /** What to do. */
  hint: string;
  /** For print. */
  caption: string;
}
