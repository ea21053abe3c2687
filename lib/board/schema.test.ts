import { expect, it } from "vitest";
import * as z from "zod";
import { boardSchema } from "./board";

it("the published JSON schema is that of the board file (vitest -u writes it anew)", async () => {
  const schema = z.toJSONSchema(boardSchema, { io: "input" });
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot("../../public/board.schema.json");
});
