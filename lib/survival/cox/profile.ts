import type { Design, DesignPart, DesignTerm } from "./designMatrix";

/** A patient given by values: numbers for numeric covariates, level names for factors. */
export type Profile = Readonly<Record<string, number | string>>;

/** The design row of a profile. Throws when a covariate is missing in it or a level is unknown to the model. */
export function profileRow(design: Design, profile: Profile): Float64Array {
  for (const term of design.terms) checkLevel(design, term, profile);
  return Float64Array.from(design.columns, (column) =>
    column.parts.reduce((product, part) => product * partValue(part, profile), 1),
  );
}

function partValue(part: DesignPart, profile: Profile): number {
  const value = profile[part.covariate];
  if (part.kind === "level") return value === part.level ? 1 : 0;
  if (typeof value !== "number") throw new Error(`The profile has no number for ${part.covariate}`);
  return value;
}

function checkLevel(design: Design, term: DesignTerm, profile: Profile): void {
  if (term.reference === null) return;
  const known = [term.reference, ...term.columns.map((at) => design.columns[at].level)];
  if (!known.includes(String(profile[term.name])))
    throw new Error(`${term.name} is ${profile[term.name]} in the profile; the model knows ${known.join(", ")}`);
}
