import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { policy } from "./policy.mjs";
import { serve } from "./serve.mjs";

const outside = realpathSync(mkdtempSync(join(tmpdir(), "serve-")));
const folder = join(outside, "out");
const page = "<!doctype html><p>The page</p>";
const large = "x".repeat(20_000_000);
let server: Server;

beforeAll(async () => {
  mkdirSync(join(folder, "example/deep"), { recursive: true });
  writeFileSync(join(outside, "secret.txt"), "secret");
  writeFileSync(join(folder, "index.html"), page);
  writeFileSync(join(folder, "example/index.html"), "example");
  writeFileSync(join(folder, "example/a b.csv"), "a,b\n");
  writeFileSync(join(folder, "empty.txt"), "");
  writeFileSync(join(folder, "service-worker.js"), "1");
  writeFileSync(join(folder, "large.bin"), large);
  symlinkSync(join(outside, "secret.txt"), join(folder, "link.txt"));
  symlinkSync(outside, join(folder, "up"));
  symlinkSync("index.html", join(folder, "inner.html"));
  symlinkSync("loop", join(folder, "loop"));
  server = await serve({ folder, port: 0 });
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(outside, { recursive: true });
});

const portOf = (of: Server) => (of.address() as AddressInfo).port;

/** What the server sends for bytes that no client library would write. */
function sent(bytes: string, of = server): Promise<{ status: number; head: string; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(portOf(of), "127.0.0.1", () => socket.write(bytes));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", reject);
    socket.on("close", () => {
      const all = Buffer.concat(chunks);
      const end = all.indexOf("\r\n\r\n");
      const head = all.subarray(0, end).toString("latin1");
      resolve({ status: Number(head.split(" ")[1]), head, body: all.subarray(end + 4) });
    });
  });
}

const ask = (target: string, { method = "GET", more = "", of = server } = {}) =>
  sent(`${method} ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${more}\r\n`, of);

async function expectAlive(): Promise<void> {
  const { status, body } = await ask("/");
  expect(status).toBe(200);
  expect(body.toString()).toBe(page);
}

describe("the server of the page", () => {
  it("sends the page with its policy, also where a proxy writes the host into the address", async () => {
    for (const target of ["/", "/?x=1", "/index.html", "/%69ndex.html", "http://elsewhere/", "HTTP://elsewhere"]) {
      const { status, head, body } = await ask(target);
      expect([target, status]).toEqual([target, 200]);
      expect(head).toContain("Content-Security-Policy: default-src 'none'");
      expect(body.toString()).toBe(page);
    }
    expect((await ask("/example/a%20b.csv")).body.toString()).toBe("a,b\n");
    expect((await ask("/inner.html")).body.toString()).toBe(page);
  });

  it.each(["/%", "/%zz", "/%E0%A4%A", "/a%", "http://elsewhere/%", "/%ff"])(
    "answers 400 to %s and goes on",
    async (target) => {
      expect((await ask(target)).status).toBe(400);
      await expectAlive();
    },
  );

  it.each([
    "/nothing.html",
    "/index.html/",
    "/index.html/x",
    "/example/deep/",
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/%252e%252e/secret.txt",
    "/example/../../secret.txt",
    "/..\\secret.txt",
    "/%5c..%5csecret.txt",
    "//localhost/../secret.txt",
    "//elsewhere/..",
    "/link.txt",
    "/up/secret.txt",
    "/loop",
    "/index.html%00",
    "/%00",
    `/${"a".repeat(5000)}`,
    `/${"a/".repeat(3000)}`,
  ])("answers 404 to %.40s and goes on", async (target) => {
    const { status, body } = await ask(target);
    expect(status).toBe(404);
    expect(body.toString()).not.toContain("secret");
    await expectAlive();
  });

  it.each([
    ["an address longer than Node reads", `GET /${"a".repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
    ["a header longer than Node reads", `GET / HTTP/1.1\r\nHost: x\r\nA: ${"a".repeat(100_000)}\r\n\r\n`],
    ["no HTTP at all", "\x16\x03\x01\x02\x00\x01\x00\r\n\r\n"],
    ["an address without a slash", "GET index.html HTTP/1.1\r\nHost: x\r\n\r\n"],
    ["no host", "GET / HTTP/1.1\r\n\r\n"],
    ["a tunnel", "CONNECT elsewhere:443 HTTP/1.1\r\nHost: x\r\n\r\n"],
    ["a method nobody knows", "BREW / HTTP/1.1\r\nHost: x\r\n\r\n"],
  ])("goes on after %s", async (_, bytes) => {
    const { head } = await sent(bytes).catch(() => ({ head: "" }));
    expect(head).not.toContain("200 OK");
    await expectAlive();
  });

  it("sends the service worker alone with a policy that lets it fetch, and it nothing else", async () => {
    const { head } = await ask("/service-worker.js");
    expect(head).toContain("Content-Security-Policy: default-src 'none'; connect-src 'self'\r\n");
    expect(head).toContain("Cache-Control: no-cache");
    expect((await ask("/")).head).toContain("connect-src 'none'");
  });

  it("sends a HEAD request the same headers and nothing else", async () => {
    const { status, head, body } = await ask("/", { method: "HEAD" });
    expect(status).toBe(200);
    expect(head).toContain(`Content-Length: ${page.length}`);
    expect(body).toHaveLength(0);
    expect((await ask("/nothing", { method: "HEAD" })).status).toBe(404);
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])(
    "answers 405 to %s and says what is allowed",
    async (method) => {
      const { status, head } = await ask("/", { method, more: "Content-Length: 0\r\n" });
      expect(status).toBe(405);
      expect(head).toContain("Allow: GET, HEAD");
    },
  );

  it("answers OPTIONS of the server as a whole", async () => {
    expect((await ask("*", { method: "OPTIONS" })).status).toBe(405);
  });

  it.each(["bytes=0-3", "bytes=5-", "bytes=-1", "bytes=9-2", "bytes=99999-", "bytes=0-1,3-4", "lines=1"])(
    "sends the whole file where %s of it is asked for, and says so",
    async (range) => {
      const { status, head, body } = await ask("/", { more: `Range: ${range}\r\n` });
      expect(status).toBe(200);
      expect(head).toContain("Accept-Ranges: none");
      expect(body.toString()).toBe(page);
    },
  );

  it("compresses as the client reads it", async () => {
    const chunked = (body: Buffer) => {
      const parts: Buffer[] = [];
      for (let at = 0; ; ) {
        const line = body.indexOf("\r\n", at);
        const size = Number.parseInt(body.subarray(at, line).toString(), 16);
        if (size === 0) return Buffer.concat(parts);
        parts.push(body.subarray(line + 2, line + 2 + size));
        at = line + 4 + size;
      }
    };
    const brotli = await ask("/", { more: "Accept-Encoding: gzip, br\r\n" });
    expect(brotliDecompressSync(chunked(brotli.body)).toString()).toBe(page);
    const gzip = await ask("/", { more: "Accept-Encoding: gzip\r\n" });
    expect(gunzipSync(chunked(gzip.body)).toString()).toBe(page);
    const empty = await ask("/empty.txt", { more: "Accept-Encoding: br\r\n" });
    expect([empty.status, empty.body.length]).toEqual([200, 0]);
    expect(empty.head).not.toContain("Content-Encoding");
  });

  it("sends a folder without its slash on to the folder, and never to another host", async () => {
    const { status, head } = await ask("/example");
    expect(status).toBe(301);
    expect(head).toContain("Location: ./example/");
    expect((await ask("//example")).head).toContain("Location: ./example/");
    expect((await ask("/example/")).body.toString()).toBe("example");
  });

  it("serves under a sub-path and nothing beside it", async () => {
    const sub = await serve({ folder, port: 0, base: "/tools/board/" });
    expect((await ask("/tools/board/", { of: sub })).body.toString()).toBe(page);
    expect((await ask("/tools/board", { of: sub })).head).toContain("Location: ./board/");
    for (const target of ["/", "/index.html", "/tools/boardindex.html", "/tools/board/../../index.html"])
      expect((await ask(target, { of: sub })).status).toBe(404);
    sub.close();
  });

  it("lets the page of a warehouse connect to its own origin alone, where it is asked by its name and its word", async () => {
    const own = join(outside, "live");
    mkdirSync(own);
    writeFileSync(
      join(own, "index.html"),
      `<head><meta http-equiv="Content-Security-Policy" content="${policy}"/></head>`,
    );
    writeFileSync(join(own, "service-worker.js"), "1");
    const live = await serve({
      folder: own,
      port: 0,
      live: {
        token: "word",
        isOwnHost: ({ headers }) => headers.host === "127.0.0.1",
        isKnown: (address) => address.endsWith("?warehouse=word"),
        answer: async (_, response) => void response.end("counts"),
      },
    });
    expect((live.address() as AddressInfo).address).toBe("127.0.0.1");
    const get = (target: string, host = "127.0.0.1") =>
      sent(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`, live);
    const known = await get("/?warehouse=word");
    expect(known.head).toContain("connect-src 'self'");
    expect(known.head).toContain("Cache-Control: no-store");
    expect(known.body.toString()).toContain('<meta name="warehouse-token" content="word"/>');
    expect(known.body.toString()).not.toContain("connect-src 'none'");
    for (const target of ["/", "/?warehouse=other", "/index.html?warehouse=word2"]) {
      const { head, body } = await get(target);
      expect(head).toContain("connect-src 'none'");
      expect(body.toString()).not.toContain("word");
    }
    expect((await get("/warehouse/cells")).body.toString()).toContain("counts");
    expect((await get("/service-worker.js")).status).toBe(404);
    for (const target of ["/", "/?warehouse=word", "/warehouse/cells"])
      expect((await get(target, "evil.example")).status).toBe(403);
    live.close();
  });

  it("goes on when clients leave in the middle of a transfer", async () => {
    for (const more of ["", "Accept-Encoding: br\r\n"]) {
      await new Promise<void>((resolve) => {
        const socket = connect(portOf(server), "127.0.0.1", () =>
          socket.write(`GET /large.bin HTTP/1.1\r\nHost: x\r\n${more}\r\n`),
        );
        socket.once("data", () => socket.resetAndDestroy());
        socket.once("close", () => resolve());
      });
    }
    await expectAlive();
  });

  it("cuts the connection when a file becomes shorter while it is sent", async () => {
    const path = join(folder, "shrinks.bin");
    writeFileSync(path, large);
    const received = await new Promise<number>((resolve) => {
      let bytes = 0;
      const socket = connect(portOf(server), "127.0.0.1", () =>
        socket.write("GET /shrinks.bin HTTP/1.1\r\nHost: x\r\n\r\n"),
      );
      socket.once("data", () => {
        socket.pause();
        truncateSync(path, 1000);
        setTimeout(() => socket.resume(), 50);
      });
      socket.on("data", (chunk) => {
        bytes += chunk.length;
      });
      socket.on("error", () => {});
      socket.on("close", () => resolve(bytes));
    });
    expect(received).toBeLessThan(large.length);
    await expectAlive();
  });

  it("goes on when a file vanishes while it is sent", async () => {
    const path = join(folder, "vanishes.bin");
    writeFileSync(path, large);
    const asked = ask("/vanishes.bin");
    setTimeout(() => rmSync(path), 5);
    expect([200, 404]).toContain((await asked).status);
    expect((await ask("/vanishes.bin")).status).toBe(404);
    await expectAlive();
  });
});
