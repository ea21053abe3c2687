import type { ReferenceCheck } from "../../agreement/verify";
import { associationChecks } from "../../association/reference/checks";
import { survivalCheck } from "../../survival/reference/checks/registry";
import { casesOf } from "../../survival/reference/referenceCase";
import { type AlterationsTexts, alterationsChecks } from "./alterations";
import { characteristicsChecks } from "./characteristics";
import { type ResponseTexts, responseChecks } from "./response";
import { subgroupsChecks } from "./subgroups";

/** What R gave, and the files it was given, by their names; `File` stands for each. */
export type ReferenceOf<File> = { expected: File } & (
  | { kind: "survival"; files: { csv: File } }
  | { kind: "association"; files: Readonly<Record<string, never>> }
  | { kind: "characteristics"; files: Readonly<Record<"pbc" | "colon" | "lung", File>> }
  | { kind: "subgroups"; files: Readonly<Record<"colon" | "veteran", File>> }
  | { kind: "response"; files: Readonly<Record<keyof ResponseTexts, File>> }
  | { kind: "alterations"; files: Readonly<Record<keyof AlterationsTexts, File>> }
);

/**
 * Everything of a reference that is compared with what R gave, from the texts of its files. `watch`: for tests, what is
 * made of the expected numbers before they are read.
 */
export async function checksOf(
  { expected, ...reference }: ReferenceOf<string>,
  watch = <T>(numbers: T): T => numbers,
): Promise<ReferenceCheck[]> {
  const numbers = watch(JSON.parse(expected));
  switch (reference.kind) {
    case "survival":
      return casesOf(numbers, reference.files.csv).map(survivalCheck);
    case "association":
      return associationChecks(numbers);
    case "characteristics":
      return characteristicsChecks(numbers, reference.files);
    case "subgroups":
      return subgroupsChecks(numbers, reference.files);
    case "response":
      return responseChecks(numbers, reference.files);
    case "alterations":
      return alterationsChecks(numbers, reference.files);
  }
}
