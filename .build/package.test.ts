import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import next from "../next.config.js";
import { filesBelow, sha256, writeServiceWorker } from "./offline.mjs";
import { differences, zipOf } from "./package.mjs";
import { policy, serviceWorkerPolicy } from "./policy.mjs";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const files = { "index.html": "<p>The page</p>", "_next/static/a.js": "1", "_next/static/b~.js": "2", LICENSE: "MIT" };

/** The files, written in an order of its own and changed last at a time of its own. */
function folderWith(names: (keyof typeof files)[], day: number): string {
  const folder = mkdtempSync(join(tmpdir(), "package-"));
  folders.push(folder);
  mkdirSync(join(folder, "_next/static"), { recursive: true });
  for (const name of names) {
    writeFileSync(join(folder, name), files[name]);
    utimesSync(join(folder, name), day, day);
  }
  return folder;
}

const names = Object.keys(files) as (keyof typeof files)[];
const one = folderWith(names, 1e9);
const other = folderWith([...names].reverse(), 1.7e9);

describe("the package of a release", () => {
  it("is the same bytes for the same files, whenever they were written", () => {
    expect(Buffer.from(zipOf(one)).equals(Buffer.from(zipOf(other)))).toBe(true);
    expect(differences(one, other)).toEqual([]);
  });

  it("holds every file in one folder, with sums that sha256sum -c reads", () => {
    const inside = unzipSync(zipOf(one));
    expect(Object.keys(inside).sort()).toEqual([...names, "SHA256SUMS"].map((name) => `meierboard/${name}`).sort());
    const sums = new TextDecoder().decode(inside["meierboard/SHA256SUMS"]);
    expect(sums.trimEnd().split("\n").sort()).toEqual(names.map((name) => `${sha256(files[name])}  ${name}`).sort());
  });

  it("names the files of two builds that differ or are missing", () => {
    const third = folderWith(names.slice(0, 3), 1e9);
    writeFileSync(join(third, "index.html"), "another");
    expect(differences(one, third)).toEqual(["LICENSE", "index.html"]);
  });

  it("is of a build without a number of its own", async () => {
    const id = () => next.generateBuildId?.();
    expect(await id()).toBe("meierboard");
    expect(await id()).toBe(await id());
  });
});

describe("the service worker of a build", () => {
  const built = folderWith(names, 1e9);
  const changed = folderWith(names, 1e9);
  writeServiceWorker(built);
  const script = readFileSync(join(built, "service-worker.js"), "utf8");
  const list: [string, string][] = JSON.parse(script.match(/const files = (\[[\s\S]*?\]);\n/)?.[1] ?? "null");

  it("lists every file of the page with the hash of its bytes, the page by its folder, and not itself", () => {
    expect(filesBelow(built)).toContain("service-worker.js");
    expect(list.map(([path]) => path)).toEqual(["LICENSE", "_next/static/a.js", "_next/static/b~.js", "./"]);
    expect(new Map(list).get("./")).toBe(sha256(files["index.html"]));
  });

  it("is another one when a byte of the page is, and else the same, written twice", () => {
    writeServiceWorker(built);
    expect(readFileSync(join(built, "service-worker.js"), "utf8")).toBe(script);
    writeFileSync(join(changed, "LICENSE"), "MIT ");
    writeServiceWorker(changed);
    const version = (folder: string) =>
      readFileSync(join(folder, "service-worker.js"), "utf8").match(/version = "(\w{16})"/)?.[1];
    expect(version(changed)).toMatch(/^\w{16}$/);
    expect(version(changed)).not.toBe(version(built));
  });
});

it("the README says the headers that the page works under", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  expect(readme).toContain(`Content-Security-Policy: ${policy}; frame-ancestors 'none'`);
  expect(readme).toContain(`Content-Security-Policy: ${serviceWorkerPolicy}`);
});
