import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { emptyBoard } from "../../lib/board/board";

const sha256 = "0".repeat(64);
const refused = () => {
  throw new DOMException("The operation is insecure.", "SecurityError");
};

/** A page of its own: what was learnt of the storage is forgotten. */
async function page() {
  vi.resetModules();
  return { ...(await import("./texts")), ...(await import("./boards")), ...(await import("./reload")) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("texts kept for the next visit", () => {
  it("come back", async () => {
    const kept = new Map<string, string>();
    vi.stubGlobal("localStorage", {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => kept.set(key, text),
    });
    const { recallText, keepText } = await page();
    expect(recallText("a")).toBeNull();
    keepText("a", "b");
    expect(recallText("a")).toBe("b");
  });

  it("are none, without a word, where there is no storage", async () => {
    vi.stubGlobal("localStorage", undefined);
    const { recallText, keepText } = await page();
    keepText("a", "b");
    expect(recallText("a")).toBeNull();
  });

  it("are none, without a word, where storage is refused", async () => {
    vi.stubGlobal("localStorage", new Proxy({}, { get: refused }));
    const { recallText, keepText } = await page();
    keepText("a", "b");
    expect(recallText("a")).toBeNull();
  });
});

describe("settings handed over to the page loaded next", () => {
  const store = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => kept.set(key, text),
      removeItem: (key: string) => kept.delete(key),
    };
  };

  it("are there once", async () => {
    vi.stubGlobal("sessionStorage", store());
    const { handOver, takeOver } = await page();
    expect(takeOver()).toBeNull();
    handOver(emptyBoard);
    expect(takeOver()).toEqual({ ok: true, value: emptyBoard });
    expect(takeOver()).toBeNull();
  });

  it("say why where a board of another version cannot be used", async () => {
    vi.stubGlobal("sessionStorage", store());
    const { handOver, takeOver } = await page();
    handOver({ ...emptyBoard, meierboard: 99 as never });
    expect(takeOver()).toMatchObject({ ok: false, problem: { code: "board-invalid" } });
  });

  it("are none, without a word, where storage is missing or refused", async () => {
    for (const storage of [undefined, new Proxy({}, { get: refused })]) {
      vi.stubGlobal("sessionStorage", storage);
      const { handOver, takeOver } = await page();
      handOver(emptyBoard);
      expect(takeOver()).toBeNull();
    }
  });
});

describe("boards kept under the fingerprint of a file", () => {
  it.each([
    ["is missing", undefined],
    ["is refused", { open: refused }],
  ])("are none where the database %s", async (_, database) => {
    vi.stubGlobal("indexedDB", database);
    const { recallBoard, rememberBoard, forgetBoards } = await page();
    await rememberBoard(sha256, emptyBoard);
    expect(await recallBoard(sha256)).toBeNull();
    await expect(forgetBoards()).rejects.toThrow();
  });

  it("are none where the database never answers, and it is not asked a second time", async () => {
    const open = vi.fn(() => new EventTarget());
    vi.stubGlobal("IDBRequest", EventTarget);
    vi.stubGlobal("indexedDB", { open });
    const { recallBoard, rememberBoard } = await page();
    const recalled = recallBoard(sha256);
    await vi.waitFor(() => expect(open).toHaveBeenCalled());
    await vi.advanceTimersByTimeAsync(1600);
    expect(await recalled).toBeNull();
    await rememberBoard(sha256, emptyBoard);
    expect(open).toHaveBeenCalledOnce();
  });
});
