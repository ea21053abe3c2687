import { isDictionary } from "../../table/codeBook/dictionary";

/** One of several files that were given at once: its path, and its beginning as text ("" where it is no text). */
export interface StudyFile {
  name: string;
  head: string;
}

/** What a file of a study holds, by its columns and its name. */
export type StudyRole =
  | "patients"
  | "samples"
  | "mutations"
  | "copyNumber"
  | "structural"
  | "panels"
  | "timeline"
  | "codeBook"
  | "table";

export interface StudyPart {
  /** Place among the files given. */
  file: number;
  role: StudyRole;
  /** Places of further files of mutations with the same columns, one for each sample as GDC hands them out: read as one. */
  more: number[];
}

export interface Study {
  /** The file whose rows are the patients; null where none can be. */
  cohort: StudyPart | null;
  /** The file that says what the values of the others mean. */
  codeBook: StudyPart | null;
  /** The others, in the order in which they are joined: samples first, because others name samples. */
  seconds: StudyPart[];
  /** Places of those that have the same columns as the cohort: other patients, or another cut. */
  alike: number[];
}

const base = (name: string) => name.replace(/^.*[\\/]/, "");

/** Why a file of a study is not read, from its name alone; null where it may be a table of patients. */
export function unread(path: string): string | null {
  const name = base(path);
  if (/(^|\/)(__MACOSX|\.git)\//.test(path) || /^\.|^~\$|^thumbs\.db$/i.test(name)) return "a hidden file";
  if (/^meta_|^LICENSE|^README|^MANIFEST|^cancer_type|^changelog/i.test(name)) return "it describes the study";
  if (/(^|\/)case_lists?\//.test(path) || /^cases_/i.test(name)) return "a list of samples";
  if (/mrna|rna_?seq|rppa|methylation|expression|proteom|linear_cna|log2_?cna|mirna|z-?scores?/i.test(name))
    return "measurements of thousands of genes are not read";
  if (
    /\.(seg|bed|vcf|bam|fasta|pdf|png|jpe?g|docx?|pptx?|html?|R|py|sh|md|ya?ml|xml|log|svg)(\.gz)?$/i.test(name) ||
    /_seg\b/i.test(name)
  )
    return "no table of patients";
  return null;
}

/** The names in the first line that is no comment; none where there are not several. */
export function headerOf(head: string): string[] {
  const line = head.split(/\r\n|\r|\n/).find((each) => each.trim() !== "" && !each.startsWith("#")) ?? "";
  const separator = ["\t", ";", ",", "|"].find((each) => line.includes(each));
  return separator === undefined
    ? []
    : line.split(separator).map((name) => name.replace(/^["\s\uFEFF]+|(?<!["\s])["\s]+$/g, ""));
}

const patientId =
  /^(#?patient|subject|case|usubjid|record|participant)[\s_.-]*(id(entifier)?|no|number|barcode)?$|^case_submitter_id$|^cases\.submitter_id$|^usubjid$/i;
const sampleId = /^(tumou?r_)?sample[\s_.-]*(id(entifier)?|barcode)?$|sample_barcode$/i;
const outcome =
  /^(os|pfs|dfs|efs|ttp|dss|pfi|dfi)([\s._-]|$)|surviv|vital|death|died|deceased|last.?(follow|contact)|days_to_|^status$|^cnsr$|^aval$|^tt_|follow.?up/i;

/** What a file holds. */
export function roleOf({ name, head }: StudyFile): StudyRole {
  const header = headerOf(head);
  const has = (pattern: RegExp) => header.some((column) => pattern.test(column));
  if (isDictionary(header) && !has(patientId) && !has(sampleId)) return "codeBook";
  const gene = has(/^hugo_?symbol$/i) || has(/^gene(_?symbol)?$/i);
  if (has(/^site1_hugo_symbol$/i) || /data_(sv|fusions?)|structural/i.test(base(name))) return "structural";
  if (gene && (has(sampleId) || has(/^variant_classification$/i) || has(/^hgvsp/i))) return "mutations";
  if (gene && /cna|copy.?number|gistic/i.test(base(name))) return "copyNumber";
  if (has(sampleId) && has(/^mutations$/i) && !has(patientId)) return "panels";
  if (has(patientId) && has(/^start_date$/i) && has(/^event_type$/i)) return "timeline";
  if (has(sampleId)) return "samples";
  return has(patientId) && /patient|clinical|cohort|adtte/i.test(base(name)) ? "patients" : "table";
}

const order: readonly StudyRole[] = [
  "samples",
  "patients",
  "table",
  "timeline",
  "codeBook",
  "panels",
  "mutations",
  "copyNumber",
  "structural",
];

/**
 * Which of several files are the patients, and in which order the others are joined to them. The patients are in the
 * file that says what became of them; of several, in the one named so, then in the one without samples.
 */
export function studyOf(files: readonly StudyFile[]): Study {
  const parts = files.map((file, place): StudyPart => ({ file: place, role: roleOf(file), more: [] }));
  const ranked = parts
    .map((part) => ({ part, rank: rankOf(part, files[part.file] as StudyFile) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank);
  const cohort = ranked[0]?.part ?? null;
  const columnsOf = ({ file }: StudyPart) => headerOf(files[file]?.head ?? "").join("\t");
  const isAlike = (part: StudyPart) =>
    cohort !== null && columnsOf(part) !== "" && columnsOf(part) === columnsOf(cohort);
  const codeBook = parts.find(({ role }) => role === "codeBook") ?? null;
  const others = parts.filter((part) => part !== cohort && part !== codeBook);
  return {
    cohort,
    codeBook,
    seconds: stackedMutations(
      others.filter((part) => !isAlike(part)),
      columnsOf,
    ).sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role)),
    alike: others.filter(isAlike).map(({ file }) => file),
  };
}

function stackedMutations(parts: StudyPart[], columnsOf: (part: StudyPart) => string): StudyPart[] {
  const first = new Map<string, StudyPart>();
  return parts.filter((part) => {
    if (part.role !== "mutations") return true;
    const known = first.get(columnsOf(part));
    if (known) known.more.push(part.file);
    else first.set(columnsOf(part), part);
    return known === undefined;
  });
}

function rankOf({ role }: StudyPart, { name, head }: StudyFile): number {
  if (!["patients", "samples", "table"].includes(role)) return 0;
  const says = headerOf(head).filter((column) => outcome.test(column)).length;
  const named = /patient|clinical|cohort|adtte|surviv/i.test(base(name)) ? 2 : 0;
  const beside = /follow.?up|exposure|family|pathology|sample|medication|lab/i.test(base(name)) ? -2 : 0;
  return 4 + (says >= 2 ? 6 : says) + named + beside + (role === "patients" ? 1 : role === "samples" ? -1 : 0);
}

/** What a file of a study is called in a sentence. */
export const roleInWords: Record<StudyRole, string> = {
  patients: "patients",
  samples: "samples",
  mutations: "mutations",
  copyNumber: "copy numbers",
  structural: "structural variants",
  panels: "which genes were tested",
  timeline: "events over time",
  codeBook: "what values mean",
  table: "a table",
};
