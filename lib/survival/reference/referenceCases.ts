import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { casesOf, type ReferenceCase, type ReferenceFile, type ReferenceTable } from "./referenceCase";

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8");

/** For tests: every case of a folder of references (`README.md` says what the numbers are). */
export function allCases(folder = "."): ReferenceCase[] {
  const path = fileURLToPath(new URL(`${folder}/expected`, import.meta.url));
  const files = readdirSync(path).filter((name) => !name.startsWith("_"));
  return files.flatMap((name) => {
    const file: ReferenceFile = JSON.parse(read(`${folder}/expected/${name}`));
    return casesOf(file, read(`${folder}/${file.csv}`)).filter((one) => one.expected !== null);
  });
}

/** The same, of one kind. */
export const referenceCases = <Expected>(kind: string): ReferenceCase<Expected>[] =>
  allCases().filter((one): one is ReferenceCase<Expected> => one.kind === kind);

/** One data set by name. */
export function tableOf(name: string): ReferenceTable {
  const file = JSON.parse(read(`./expected/${name}.json`));
  return casesOf(file, read(`./${file.csv}`))[0].table;
}

/** Id of every case that the index of the reference lists. */
export function listedIds(): string[] {
  const { datasets } = JSON.parse(read("./expected/_index.json"));
  return Object.values<{ id: string }[]>(datasets).flatMap((cases) => cases.map(({ id }) => id));
}
