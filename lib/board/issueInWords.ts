import type * as z from "zod";
import { counted } from "../format";

/** What is wrong with a field of a board, in words: where it stands, and what was expected. */
export function issueInWords(error: z.ZodError): string {
  const [first, ...others] = error.issues;
  if (!first) return "it is not as expected";
  const more = others.length > 0 ? `, and ${counted(others.length, "other thing")} in it` : "";
  return `${placeInWords(first.path)} ${faultInWords(first)}${more}`;
}

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
