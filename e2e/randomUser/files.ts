import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface GivenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const onDisk = (path: string): GivenFile => ({
  name: basename(path),
  mimeType: "application/octet-stream",
  buffer: readFileSync(root + path),
});

/**
 * Cohorts of every layout and some formats, a board, and what is no table; none holds the words that a fault would
 * show.
 */
export const files: readonly GivenFile[] = [
  "public/example/synthetic-lms-cohort.csv",
  "public/example/synthetic-lms-board.json",
  "lib/survival/reference/data/kidney.csv",
  "lib/survival/reference/data/heart.csv",
  "lib/survival/reference/data/veteran.csv",
  "lib/survival/reference/data/lung.csv",
  "lib/survival/reference/data/mgus2.csv",
  "lib/cohort/corpus2/daten_operation.csv",
  "lib/cohort/corpus2/adtte_one.csv",
  "lib/cohort/corpus2/three_pairs.psv",
  "lib/cohort/corpus2/weeks_utf16.txt",
  "lib/cohort/corpus2/tcga_cdr.csv",
  "lib/cohort/corpus2/redcap_long.csv",
  "lib/table/corpus/s17_header_only.csv",
  "lib/table/corpus/s18_empty.csv",
  "lib/table/corpus/s19_png_renamed.csv",
  "lib/table/corpus/s37_workbook_title_merged_hidden.xlsx",
  "lib/table/corpus/s40_cohort.csv.gz",
  "lib/table/corpus/s42_implausible_times.csv",
  "lib/table/corpus/s43_arm_label_variants.csv",
].map(onDisk);

/** Cells of a spreadsheet, under the name the page gives them. */
export const pasted: GivenFile = {
  name: "pasted cells",
  mimeType: "text/plain",
  buffer: Buffer.from("id\ttime_months\tevent\nA\t3\t1\nB\t5\t0\nC\t8\t1\n"),
};
