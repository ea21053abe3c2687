import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { WorkerEnded } from "../../lib/worker/workerEnded";
import { CopyRefused, causeOf, PartMissing, StorageRefused } from "./causes";
import { failureOf } from "./failure";

const named = (name: string) => Object.assign(new Error("Failed to load chunk ./_next/x.js"), { name });

describe("an error becomes its cause", () => {
  it.each([
    ["a part that could not be fetched", new PartMissing(), false, "part"],
    ["the same in the bundler's words", named("ChunkLoadError"), false, "part"],
    ["a part that the host's policy stopped", named("ChunkLoadError"), true, "policy"],
    ["a worker that threw", new WorkerEnded("crashed"), false, "crashed"],
    ["a worker that the host's policy stopped", new WorkerEnded("crashed"), true, "policy"],
    ["a worker that fell silent", new WorkerEnded("silent"), true, "silent"],
    ["a calculation that the user stopped", new WorkerEnded("stopped"), true, "stopped"],
    ["another file opened in the meantime", new WorkerEnded("replaced"), true, "replaced"],
    ["a refusal of the clipboard", new CopyRefused(), true, "clipboard"],
    ["a refusal of the storage", new StorageRefused(), true, "storage"],
    ["an ordinary throw", new TypeError("x is not a function"), false, "fault"],
    ["an ordinary throw beside a policy that stopped something else", new TypeError("x"), true, "fault"],
    ["something thrown that is no error", "no", false, "fault"],
  ])("%s", (_, error, stopped, cause) => {
    expect(causeOf(error, stopped)).toBe(cause);
  });
});

describe("a cause becomes a sentence", () => {
  it("that begins with what was not done, and says why and what to do", () => {
    const failure = failureOf("“PDF” was not saved", new PartMissing());
    expect(failure?.problem.message).toBe("“PDF” was not saved: a part of the page could not be fetched.");
    expect(failure?.problem.hint).toMatch(/Try again, or reload; your settings are kept\.$/);
    expect(failure?.remedies).toEqual(["again", "reload"]);
  });

  it("and none where the user opened another file in the meantime", () => {
    expect(failureOf("The rows cannot be shown", new WorkerEnded("replaced"))).toBeNull();
  });
});

describe("what may fail later cannot be forgotten", () => {
  const app = new URL("../", import.meta.url);
  const sources = readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".test.ts"))
    .map((path) => ({ path, text: readFileSync(new URL(path, app), "utf8") }));
  const where = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

  it("every part of the page is fetched by way of `part`, so that it is fetched early and said when it is missing", () => {
    expect(where(/\bimport\(/)).toContain("export/fonts.ts");
    expect(where(/(?<!part\(\(\) => )\bimport\(/)).toEqual([]);
  });

  it("no promise is left alone: `attempt` says what it rejects with", () => {
    expect(where(/\bvoid [\w.]+\(/)).toEqual([]);
  });

  it("the browser's storage has one door, and so has its clipboard", () => {
    expect(where(/\b(localStorage|sessionStorage|indexedDB)\b|from "idb"/).sort()).toEqual([
      "storage/database.ts",
      "storage/firstVisit.ts",
      "storage/lastFile.ts",
      "storage/reload.ts",
      "storage/texts.ts",
    ]);
    expect(where(/navigator\.clipboard/)).toEqual(["browser/clipboard.ts"]);
  });
});
