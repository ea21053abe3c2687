import { fileURLToPath } from "node:url";
import { test } from "@playwright/test";
import { build } from "esbuild";
import type { Expected } from "./expected";
import { files, pasted } from "./files";

/** `expectedOf` over the library as the command line bundles it. */
export async function expectedOf(saved: string): Promise<Expected> {
  const outfile = test.info().outputPath("expected.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("expected.ts", import.meta.url))],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
  });
  const { expectedOf: ofLibrary } = (await import(outfile)) as typeof import("./expected");
  return ofLibrary(saved, [...files, pasted]);
}
