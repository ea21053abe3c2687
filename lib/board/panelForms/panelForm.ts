import { z } from "zod";
import { id, text } from "../fields";

/** What the board file holds of one kind of panel; its file is one line of the registry. */
export interface PanelForm<Schema extends z.ZodObject = z.ZodObject> {
  /** As the menu of new panels says it. */
  label: string;
  schema: Schema;
  /** The part of it that an address may carry: ids, column names, options and numbers, never text or cell values. */
  inHash: z.ZodObject;
  figureInHash: z.ZodObject;
}

/** What a panel of every kind has, beside `kind` and `figure`, whose `title`, `subtitle` and `caption` are the user's words. */
export const panelFields = {
  id,
  /** null: generated. */
  title: text.nullable().default(null),
  endpoint: id,
};

/** Ids as they stand in an address, which may name a panel that is gone. */
export const hashFields = { id: z.string().max(100), endpoint: z.string().max(100) };
