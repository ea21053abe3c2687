import * as z from "zod";
import { id, text } from "../fields";
import type { Variable } from "../variable";

/** What the board file holds of one kind of panel, and what it knows of that; its file is one line of the registry. */
export interface PanelForm<
  Schema extends z.ZodObject = z.ZodObject,
  InHash extends z.ZodObject = z.ZodObject,
  Figure extends object = object,
  FigureInHash extends z.ZodObject = z.ZodObject,
> {
  /** As the menu of new panels says it. */
  label: string;
  /** A board opens with the last panel of such a kind in focus. */
  opens: boolean;
  schema: Schema;
  /** The part of it that an address may carry: ids, column names, options and numbers, never text or cell values. */
  inHash: InHash;
  figureInHash: FigureInHash;
  /** What an address leaves out, in words. */
  boardOnly: { [Field in Exclude<keyof Schema["shape"], keyof InHash["shape"]>]: string };
  figureBoardOnly: { [Field in Exclude<keyof Figure, keyof FigureInHash["shape"]>]: string };
  /** What each field is to the comparison of the groups; null where the kind compares none. */
  compares: { [Field in keyof z.infer<Schema>]: Compares } | null;
  /** The endpoints it shows, the first before a second; none where it is of patients without their follow-up. */
  endpoints(panel: z.infer<Schema>): string[];
  /** Every column and score it is computed from, in the order of the fields. */
  variables(panel: z.infer<Schema>): UsedVariable[];
  /** Without cell values of columns that identify patients, wherever it can hold one. */
  withoutValues(panel: z.infer<Schema>, values: Values): z.infer<Schema>;
}

/** It says who is compared from when, by what they are tested, or nothing that changes P. */
export type Compares = "groups" | "test" | "nothing";

export interface UsedVariable {
  of: Variable;
  role:
    | "group"
    | "strata"
    | "small figures"
    | "subgroups"
    | "searched cut-point"
    | "change of group"
    | "covariate"
    | "response"
    | "color"
    | "track";
}

/** The variables that are chosen, with their parts. */
export const used = (
  parts: readonly (readonly [Variable | null | undefined, UsedVariable["role"]])[],
): UsedVariable[] => parts.flatMap(([of, role]) => (of ? [{ of, role }] : []));

/** What is known of the cell values of a column or score. */
export interface Values {
  /** Whether it may identify patients. */
  identifies(of: Variable): boolean;
  /** Its levels; none where they are not known. */
  levels(of: Variable): readonly string[];
}

/** A form whose fields the compiler asks for. */
export const panelForm = <
  Schema extends z.ZodObject & { shape: { figure: z.ZodType<object> } },
  InHash extends z.ZodObject,
  FigureInHash extends z.ZodObject,
>(
  form: PanelForm<Schema, InHash, z.infer<Schema["shape"]["figure"]>, FigureInHash>,
) => form;

/**
 * What a panel of every kind has, beside `kind` and `figure`, whose `title`, `subtitle` and `caption` are the user's
 * words.
 */
export const panelFields = {
  id,
  /** null: generated. */
  title: text.nullable().default(null),
  /** What whoever presents it wants to say; "" for nothing. */
  notes: text.default(""),
};

/** Beside these, of kinds that show an endpoint. */
export const endpointField = { endpoint: id };

/** Ids as they stand in an address, which may name a panel that is gone. */
export const hashFields = { id: z.string().max(100) };
export const endpointInHash = { endpoint: z.string().max(100) };

export const ownTexts = "titles and texts of figures";
export const ownNotes = "notes for who presents";
