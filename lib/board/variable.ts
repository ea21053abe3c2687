import { z } from "zod";
import { columnName, id } from "./fields";

/** What patients can be grouped or filtered by. */
export const variableSchema = z.union([z.strictObject({ column: columnName }), z.strictObject({ score: id })]);
export type Variable = z.infer<typeof variableSchema>;
