import { once } from "node:events";
import { request as ask, createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registryBoard, syntheticRegistry } from "../warehouse/testing";
import { type Gateway, gateway } from "./gateway";
import { answer, boardIn, different, folderOfTest } from "./testing";

const { path, write } = folderOfTest();
const registry = syntheticRegistry(3000, 5);
const board = registryBoard();
let live: Gateway;
let server: Server;
let port = 0;

async function started(warehouse: object): Promise<Gateway> {
  write("warehouse.json", JSON.stringify(warehouse));
  const made = await gateway(path("warehouse.json"));
  if (!made.ok) throw new Error(made.problem.message);
  return made.value;
}

beforeAll(async () => {
  write("registry.csv", registry);
  write("board.json", JSON.stringify(board));
  live = await started({ from: "registry.csv", board: "board.json" });
  server = createServer((request, response) => void live.answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

/** What the page would send, with some of it otherwise. */
function sent(body: unknown, { method = "POST", headers = {} as Record<string, string> } = {}) {
  const own = {
    Origin: `http://127.0.0.1:${port}`,
    "X-Warehouse-Token": live.token,
    "Content-Type": "application/json",
    ...headers,
  };
  return new Promise<{ status: number; json: Record<string, string> }>((done, failed) => {
    const asked = ask(
      { port, host: "127.0.0.1", agent: false, method, path: "/warehouse/cells", headers: own },
      async (response) => {
        const parts: Buffer[] = [];
        for await (const part of response) parts.push(part);
        done({ status: response.statusCode ?? 0, json: JSON.parse(Buffer.concat(parts).toString()) });
      },
    );
    asked.on("error", failed);
    asked.end(typeof body === "string" ? body : JSON.stringify(body));
  });
}

describe("the gateway of a warehouse", () => {
  it("answers with the cells of its board, which give the digits of the rows", { timeout: 120_000 }, async () => {
    const { status, json } = await sent(null);
    expect([status, json.called]).toEqual([200, "registry.csv"]);
    const file = json.file ?? "";
    expect(different(await answer(registry, board), await answer(file, boardIn(file)))).toEqual([]);
    expect(file).not.toMatch(/\bP\d+\b/);
  });

  it("counts what a page filters and groups by, of its own endpoints only", { timeout: 120_000 }, async () => {
    const { json: first } = await sent(null);
    const page = boardIn(first.file ?? "");
    const size = { column: "größe (cm)" };
    const { status, json } = await sent({
      ...page,
      filters: [{ kind: "range", of: size, min: null, max: null }],
      endpoints: [],
    });
    expect(status).toBe(200);
    expect(json.cells).toContain("größe (cm)");
    expect(json.cells).toContain("PFS time");
    const { status: wrong, json: said } = await sent({
      ...page,
      filters: [{ kind: "values", of: { column: "x; DROP" }, values: null }],
    });
    expect([wrong, said.message]).toEqual([422, expect.stringContaining("registry.csv has no column “x; DROP”")]);
  });

  it("counts by no column that may name patients, and offers none", { timeout: 120_000 }, async () => {
    const { json: first } = await sent(null);
    const offered = (first.columns as unknown as { name: string }[]).map(({ name }) => name);
    expect(offered).toContain("arm");
    expect(offered).not.toContain("id");
    const page = boardIn(first.file ?? "");
    const { status, json } = await sent({ ...page, filters: [{ kind: "values", of: { column: "id" }, values: null }] });
    expect([status, json.message]).toEqual([422, "“id” may name patients, and is not counted here."]);
  });

  it("takes a board and nothing else: no SQL, no unknown field", async () => {
    for (const body of ["SELECT 1", "{", '"SELECT 1"', { sql: "SELECT 1" }, { ...board, sql: "SELECT 1" }]) {
      const { status, json } = await sent(body);
      expect([status, typeof json.message]).toEqual([422, "string"]);
      expect(json.file).toBeUndefined();
    }
  });

  it("refuses whoever is not the page of this start", async () => {
    const refused = async (headers: Record<string, string>, method = "POST") =>
      (await sent(null, { headers, method })).status;
    expect(await refused({ "X-Warehouse-Token": "wrong" })).toBe(403);
    expect(await refused({ "X-Warehouse-Token": `${live.token}x` })).toBe(403);
    expect(await refused({ Origin: "http://elsewhere.example" })).toBe(403);
    expect(await refused({ Origin: "null" })).toBe(403);
    expect(await refused({ "Content-Type": "text/plain" })).toBe(415);
    expect(await refused({}, "PUT")).toBe(405);
    const host = (name: string) =>
      live.isOwnHost({ headers: { host: name }, socket: { localPort: 3000 } } as Parameters<Gateway["isOwnHost"]>[0]);
    expect(["127.0.0.1:3000", "localhost:3000"].map(host)).toEqual([true, true]);
    expect(["evil.example:3000", "127.0.0.1:3001", "127.0.0.1", "localhost.evil.example:3000"].map(host)).toEqual(
      Array(4).fill(false),
    );
    expect([`/?warehouse=${live.token}`, "/", "/?warehouse=", "/?warehouse=x"].map(live.isKnown)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect((await sent(`"${"x".repeat(5_100_000)}"`)).status).toBe(413);
  });

  it("says what a warehouse file lacks", async () => {
    const said = async (warehouse: unknown) => {
      write("other.json", typeof warehouse === "string" ? warehouse : JSON.stringify(warehouse));
      const made = await gateway(path("other.json"));
      return made.ok ? null : made.problem.message;
    };
    expect(await said("{")).toContain("other.json is not valid JSON.");
    expect(await said({ from: "registry.csv" })).toContain("other.json is not as expected: ");
    expect(await said({ from: "registry.csv", board: "board.json", password: "secret" })).not.toContain("secret");
    expect(await said({ from: "registry.csv", board: "none.json" })).toContain("none.json, named in");
    expect(await said({ from: "registry.csv", board: "registry.csv" })).toContain("not valid JSON");
    expect(await said({ from: "registry.csv", board: "board.json" })).toBeNull();
  });

  it("says in a sentence when the engine cannot, and answers again once it can", { timeout: 120_000 }, async () => {
    const kept = live;
    try {
      live = await started({ from: "gone.csv", board: "board.json" });
      expect(await sent(null)).toMatchObject({
        status: 422,
        json: { message: expect.stringContaining("gone.csv cannot be read") },
      });
      write("gone.csv", registry);
      expect((await sent(null)).status).toBe(200);
      live = await started({ from: "registry.csv", board: "board.json", timeout: 0.001 });
      expect((await sent(null)).json.message).toContain("it took longer than 0.001 seconds");
      live = await started({ engine: "postgres", url: "postgres://u@127.0.0.1:1/d", table: "t", board: "board.json" });
      expect((await sent(null)).json.message).toContain("cannot be asked");
    } finally {
      live = kept;
    }
  });
});
