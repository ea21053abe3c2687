import type { Join } from "../board/board";
import { counted } from "../format";
import { failed, ok, problem, type Result } from "../result";
import { type Column, cellText, type Table } from "../table";
import { findColumn, requireColumn } from "./columns";
import { hasValue } from "./gatherColumn";
import type { Link } from "./link";

/** What says which rows of two files belong together: per row, null where there is no key. */
export interface JoinKeys {
  cohort: (string | null)[];
  second: (string | null)[];
  /** The same, as loosely as keys can be compared. */
  loose: { cohort: (string | null)[]; second: (string | null)[] };
}

/**
 * The keys by which a second file is joined; its samples' ids become those of their patients, by a file of samples or
 * by how they begin.
 */
export function joinKeys(table: Table, second: Table, join: Join, links: ReadonlyMap<string, Link>): Result<JoinKeys> {
  const { to, key, match } = join;
  const a = requireColumn(table, to);
  if (!a.ok) return a;
  const b = findColumn(second, key);
  if (!b) return failed(keyAbsent(key));
  const asNumbers = a.value.kind === "number" && b.kind === "number";
  const exact = { cohort: texts(a.value, table.rows, asNumbers), second: texts(b, second.rows, asNumbers) };
  if (join.through !== null) {
    const owners = ownersOfSamples(join.through, exact.cohort, links);
    if (!owners.ok) return owners;
    exact.second = exact.second.map((sample) => (sample === null ? null : (owners.value.get(sample) ?? sample)));
  }
  const loose = { cohort: exact.cohort.map(looseKey), second: exact.second.map(looseKey) };
  if (match === "loose" && differentCount(loose.cohort) < differentCount(exact.cohort))
    return failed(looseAmbiguous(to));
  if (match === "loose") return ok({ ...loose, loose });
  if (match === "exact") return ok({ ...exact, loose });
  const patient = patientsBy(exact.cohort);
  return ok({ cohort: exact.cohort, second: exact.second.map((id) => patient(id) ?? id), loose });
}

function texts(column: Column, rows: number, asNumbers: boolean): (string | null)[] {
  return Array.from({ length: rows }, (_, row) => {
    if (!hasValue(column, row)) return null;
    return asNumbers && column.kind === "number" ? String(column.values[row]) : cellText(column, row);
  });
}

/** "p-007" and "P7" are the same. */
const looseKey = (text: string | null) =>
  text
    ?.normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_.-]+/g, "")
    .replace(/(^|\D)0+(?=\d)/g, "$1") ?? null;

/**
 * The patient whose id a sample's id begins with, up to a hyphen, point, underscore, blank or colon; the longest one,
 * so that "P-1-2" is of "P-1" rather than of "P". Null for an id that is a patient's own, and where there is none.
 */
export function patientsBy(cohort: readonly (string | null)[]): (id: string | null) => string | null {
  const known = new Set(cohort.filter((id) => id !== null));
  return (id) => {
    if (id === null || known.has(id)) return null;
    for (let end = id.length - 1; end > 0; end--)
      if (/[-._ :]/.test(id.charAt(end)) && known.has(id.slice(0, end))) return id.slice(0, end);
    return null;
  };
}

/** Of each sample of another second file the key of its patient. */
function ownersOfSamples(
  { join, column }: NonNullable<Join["through"]>,
  cohort: readonly (string | null)[],
  links: ReadonlyMap<string, Link>,
): Result<Map<string, string>> {
  const link = links.get(join);
  const samples = link && findColumn(link.table, column);
  if (!link || !samples) return failed(samplesAbsent(column));
  const owners = new Map<string, string>();
  const several = new Set<string>();
  for (const [row, own] of link.rows.entries())
    for (const each of own) {
      const patient = cohort[row];
      if (patient === null || patient === undefined || !hasValue(samples, each)) continue;
      const sample = cellText(samples, each);
      if ((owners.get(sample) ?? patient) !== patient) several.add(sample);
      owners.set(sample, patient);
    }
  return several.size > 0 ? failed(samplesShared([...several])) : ok(owners);
}

const differentCount = (keys: (string | null)[]) => new Set(keys).size;

const keyAbsent = (key: string) =>
  problem("join-key-absent", `The second file has no column “${key}”.`, "Choose the column that holds the patient id.");
const looseAmbiguous = (name: string) =>
  problem(
    "join-loose-ambiguous",
    `Some values of “${name}” differ only in case, blanks, hyphens or leading zeros.`,
    "Match exactly, or correct the ids in the file.",
  );
const samplesAbsent = (column: string) =>
  problem(
    "join-samples-absent",
    `The file of samples that says whose “${column}” is whose is not open, or matches no patient.`,
    "Open it in Data, before this file.",
  );
const samplesShared = (samples: string[]) =>
  problem(
    "join-samples-shared",
    `${counted(samples.length, "sample belongs", "samples belong")} to several patients in the file of samples, such as “${samples[0]}”.`,
    "Correct the file of samples, or join by another column.",
  );
