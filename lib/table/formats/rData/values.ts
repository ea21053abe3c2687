/** A value of R's as it was written; vectors are read where they stand in the file. */
export type RValue = RVector | RStrings | RList | RPairs | ROther;

interface Attributed {
  attributes: ReadonlyMap<string, RValue>;
}

/** Logical values are 1, 0 and NaN; integers and doubles are numbers, NaN where missing. */
export interface RVector extends Attributed {
  kind: "logical" | "integer" | "double";
  length: number;
  at(place: number): number;
  /** The 64 bits of a double, for whole numbers that are kept in them; null for others. */
  bits: ((place: number) => bigint) | null;
}

export interface RStrings extends Attributed {
  kind: "strings";
  values: (string | null)[];
}

export interface RList extends Attributed {
  kind: "list";
  values: RValue[];
}

/** A pairlist: values with their names. */
export interface RPairs extends Attributed {
  kind: "pairs";
  values: { tag: string; value: RValue }[];
  /** What stands where the list should end. */
  rest: RValue | null;
}

/** What no table is made of: functions, environments, complex numbers … A symbol has its name. */
export interface ROther extends Attributed {
  kind: "other";
  name: string;
}

export const noAttributes: ReadonlyMap<string, RValue> = new Map();
export const other = (name = ""): ROther => ({ kind: "other", name, attributes: noAttributes });

export const stringsOf = (value: RValue | undefined): (string | null)[] =>
  value?.kind === "strings" ? value.values : [];
export const classesOf = ({ attributes }: Attributed): (string | null)[] => stringsOf(attributes.get("class"));
export const isVector = (value: RValue | undefined): value is RVector =>
  value?.kind === "logical" || value?.kind === "integer" || value?.kind === "double";
