import { build } from "esbuild";

/**
 * Turbopack loader: bundles a `*.worker.ts` into one classic script and hands it to the page as text.
 * @this {{ async(): (error: unknown, code?: string) => void, resourcePath: string, addDependency(path: string): void, mode?: string }}
 */
export default function workerText() {
  const done = this.async();
  const production = process.env.NODE_ENV === "production";
  build({
    entryPoints: [this.resourcePath],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    metafile: true,
    minify: production,
    define: { "process.env.NODE_ENV": JSON.stringify(production ? "production" : "development") },
  }).then(
    (result) => {
      for (const path of Object.keys(result.metafile.inputs)) this.addDependency(`${process.cwd()}/${path}`);
      done(null, `export default ${JSON.stringify(result.outputFiles[0].text)};`);
    },
    (error) => done(error),
  );
}
