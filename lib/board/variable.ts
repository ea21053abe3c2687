import * as z from "zod";
import { columnName, id } from "./fields";

/** What patients can be grouped or filtered by; of a score its groups, or each number of points. */
export const variableSchema = z.union([
  z.strictObject({ column: columnName }),
  z.strictObject({ score: id, as: z.literal("points").optional() }),
]);
export type Variable = z.infer<typeof variableSchema>;
