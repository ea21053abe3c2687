import type * as z from "zod";
import { counted, formatCount } from "../format";

/** What is wrong with a field of a board, in words: where it stands, and what was expected. */
export function issueInWords(error: z.ZodError): string {
  const [first, ...others] = error.issues;
  if (!first) return "it is not as expected";
  const more = others.length > 0 ? `, and ${counted(others.length, "other thing")} in it` : "";
  return `${placeInWords(first.path)} ${faultInWords(first)}${more}`;
}

/** What a board holds at most, for somebody who has just put in one more; null where that is not the fault. */
export function tooMuchInWords({ issues: [issue] }: z.ZodError): string | null {
  if (issue?.code !== "too_big") return null;
  const most = formatCount(Number(issue.maximum));
  if (issue.origin === "string") return `a text of a board has at most ${most} letters`;
  const held = heldInWords[String(issue.path.at(-1))];
  return issue.origin === "array" && held ? `a board holds at most ${most} ${held}` : null;
}

const heldInWords: Record<string, string> = {
  changedCells: "corrected cells; correct further ones in the file itself",
  conversions: "conversions of units",
  filters: "filters",
  joins: "second files",
  terms: "covariates of a model",
  interactions: "interactions of a model",
  columns: "columns chosen at once",
  genes: "genes of a panel",
};

/** "“label” of endpoint 1", "the file". */
function placeInWords(path: readonly PropertyKey[]): string {
  const parts: string[] = [];
  for (let place = 0; place < path.length; place++) {
    const name = String(path[place]);
    const next = path[place + 1];
    if (typeof next !== "number") parts.unshift(`“${name}”`);
    else {
      parts.unshift(`${name.replace(/ies$/, "y").replace(/s$/, "")} ${next + 1}`);
      place++;
    }
  }
  return parts.length > 0 ? parts.join(" of ") : "it";
}

const kinds: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a group of settings",
};

function faultInWords(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return `is not ${kinds[issue.expected] ?? "as expected"}`;
  if (issue.code === "unrecognized_keys")
    return `has ${issue.keys.map((key) => `“${key}”`).join(" and ")}, which this program does not know`;
  if (issue.code === "too_big") return `is larger or longer than ${issue.maximum}`;
  if (issue.code === "too_small") return `is smaller or shorter than ${issue.minimum}`;
  if (issue.code === "invalid_value" || issue.code === "invalid_union") return "has a value this program does not know";
  return issue.code === "custom" ? `is wrong: ${issue.message}` : "is not as expected";
}
