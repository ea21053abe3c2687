import { fileURLToPath } from "node:url";
import { commitOf } from "./.build/commit.mjs";

const production = process.env.NODE_ENV === "production";

/** @type {import("next").NextConfig} */
export default {
  output: "export",
  trailingSlash: true,
  // The same sources give the same bytes: without it every build has a number of its own.
  generateBuildId: () => "meierboard",
  // Relative addresses: one build for the root, any sub-path and file://. It holds because the app is one page.
  assetPrefix: production ? "./" : undefined,
  // Written into the page: exports say which commit computed their numbers.
  env: { COMMIT: commitOf(fileURLToPath(new URL(".", import.meta.url))) },
  devIndicators: false,
  poweredByHeader: false,
  // Types are checked by `npm run check`.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    rules: {
      // A worker from a network address escapes the page's policy; its text, made a Blob, does not.
      "*.worker.ts": { condition: { query: /text/ }, loaders: ["./.build/workerText.mjs"], as: "*.js" },
      "*.csv": { type: "text" },
      "*.json": { condition: { query: /text/ }, type: "text" },
      "*.maf": { condition: { query: /text/ }, type: "text" },
      "*.txt": { condition: { query: /text/ }, type: "text" },
      "*.woff2": { condition: { query: /bytes/ }, type: "bytes" },
      "*.ttf": { condition: { query: /bytes/ }, type: "bytes" },
    },
  },
};
