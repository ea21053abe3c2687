import { anyOf, inOrder } from "../../cohort/inOrder";

/** What a column of dates is called that says when the genes of a patient were reported. */
export const reportName = anyOf(
  inOrder(/report|sequenc|genomic|profil|ngs|test/i, /date/i),
  inOrder(/date/i, /report|sequenc|genomic|profil|ngs/i),
);
