import { randomBytes, timingSafeEqual } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { dirname, resolve } from "node:path";
import * as z from "zod";
import { type Board, timeUnitSchema } from "../board/board";
import { boardOf, readBoard } from "../board/boardFile";
import { issueInWords } from "../board/issueInWords";
import { isNamedId, reasonByHeader } from "../cohort/identifying/byHeader";
import { listed } from "../format";
import { failed, ok, type Problem, problem, type Result } from "../result";
import { variablesOf } from "../warehouse/countQuery";
import { countCells, countFile } from "./countCells";
import { calledAt, engineAt, plainError } from "./engines";

/**
 * Counts for the page of this computer alone: a board comes in, cells of at least the smallest size go out. The query is made here, of the
 * endpoints that the warehouse’s own board says; the page names what it filters and groups by.
 */

const warehouseSchema = z.strictObject({
  engine: z.enum(["duckdb", "postgres", "clickhouse"]).default("duckdb"),
  /** Files of DuckDB, from the folder of this one. */
  from: z.string().min(1).optional(),
  url: z.string().min(1).optional(),
  table: z.string().min(1).optional(),
  /** The board to begin with, from the folder of this file. */
  board: z.string().min(1),
  grid: timeUnitSchema.nullable().default(null),
  smallest: z.int().min(1).default(1),
  bins: z.record(z.string(), z.number()).default({}),
  /** Most seconds of one query. */
  timeout: z.number().positive().default(600),
});

const usage = 'Say {"from": "cohort.parquet", "board": "board.json"}, or "engine", "url" and "table" of a server.';

export interface Gateway {
  /** In the address of the page, new at each start. */
  token: string;
  /** Whether a request is meant for this computer by name, and not for a name that was made to lead here. */
  isOwnHost(request: IncomingMessage): boolean;
  /** Whether an address holds the token. */
  isKnown(address: string): boolean;
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** The gateway of a warehouse file; a problem where it, or its board, is not as expected. */
export async function gateway(path: string): Promise<Result<Gateway>> {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return failed(problem("warehouse-absent", `${path} cannot be read.`, "Check the path."));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return failed(problem("warehouse-invalid", `${path} is not valid JSON.`, usage));
  }
  const parsed = warehouseSchema.safeParse(json);
  if (!parsed.success)
    return failed(problem("warehouse-invalid", `${path} is not as expected: ${issueInWords(parsed.error)}.`, usage));
  const said = parsed.data;
  const beside = (file: string) => (file.includes("://") ? file : resolve(dirname(path), file));
  const boardText = await readFile(beside(said.board), "utf8").catch(() => null);
  if (boardText === null)
    return failed(problem("board-absent", `${said.board}, named in ${path}, cannot be read.`, "Check the path."));
  const board = readBoard(boardText);
  if (!board.ok) return board;
  const place = { ...said, from: said.from && beside(said.from) };
  const token = randomBytes(24).toString("base64url");
  const isToken = (given: unknown) => {
    const [own, other] = [Buffer.from(token), Buffer.from(String(given))];
    return own.length === other.length && timingSafeEqual(own, other);
  };
  /** One engine for each question, so that what has broken down is asked anew. */
  const cellsOf = async (asked: Board, response: ServerResponse) => {
    const engine = await engineAt(place, said.timeout, usage);
    if (!engine.ok) return engine;
    // Who asked no longer waits.
    response.on("close", () => response.writableFinished || engine.value.cancel());
    try {
      const columns = await engine.value.columns();
      if (!columns.ok) return columns;
      const cells = await countCells(engine.value, asked, said, calledAt(place));
      if (!cells.ok) return cells;
      const file = countFile(cells.value);
      if (!file.ok) return file;
      const offered = columns.value.filter(({ name }) => !names(name, board.value));
      return ok({ called: calledAt(place), columns: offered, cells: cells.value.columns, file: file.value });
    } catch (error) {
      return failed<never>(
        problem(
          "counts-failed",
          `The warehouse did not count: ${plainError(error as Error)}`,
          "Ask again, or see whether it runs.",
        ),
      );
    } finally {
      await engine.value.close().catch(() => {});
    }
  };
  return ok({
    token,
    isOwnHost: ({ headers, socket }) =>
      ["127.0.0.1", "localhost"].some((name) => headers.host === `${name}:${socket.localPort}`),
    isKnown: (address) => isToken(new URLSearchParams(address.split("?")[1]?.split("#")[0]).get("warehouse")),
    async answer(request, response) {
      const { headers, method } = request;
      const refuse = (status: number, message: string) => {
        request.resume();
        send(response, status, problem("refused", message, "Open the address that npm start has printed."));
      };
      if (method !== "POST") return refuse(405, "Only POST.");
      if (headers.origin !== `http://${headers.host}`) return refuse(403, "Not asked by the page of this gateway.");
      if (!isToken(headers["x-warehouse-token"]))
        return refuse(403, "This page was opened before the gateway was started.");
      if (!headers["content-type"]?.startsWith("application/json")) return refuse(415, "Only JSON.");
      const body = await bodyOf(request);
      if (body === null) return refuse(413, "The board is larger than 5 MB.");
      const asked = askedBoard(body, board.value);
      if (!asked.ok) return send(response, 422, asked.problem);
      const found = await cellsOf(asked.value, response);
      if (found.ok) send(response, 200, found.value);
      else send(response, 422, found.problem);
    },
  });
}

const mostBytes = 5_000_000;

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes > mostBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

/** The board of the warehouse with what the page looks at: its filters, panels, scores and derived columns. */
function askedBoard(body: string, own: Board): Result<Board> {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return failed(problem("refused", "What was asked is not valid JSON.", "Reload the page."));
  }
  if (json === null) return ok(own);
  const page = boardOf(json);
  if (!page.ok) return page;
  const { filters, panels, scores, edits } = page.value;
  const asked = { ...own, filters, panels, scores, edits };
  const already = new Set(variablesOf(own));
  const naming = variablesOf(asked).filter((name) => names(name, own) && !already.has(name));
  if (naming.length === 0) return ok(asked);
  return failed(
    problem(
      "warehouse-identifies",
      `${listed(naming.map((name) => `“${name}”`))} may name patients, and ${naming.length === 1 ? "is" : "are"} not counted here.`,
      "Say otherwise in the board that the warehouse begins with: columns, identifying: false.",
    ),
  );
}

/** Whether the values of a column may name patients: each would be a cell of one. */
function names(name: string, { columns, patientId }: Board): boolean {
  const said = columns.find((column) => column.name === name)?.identifying;
  return said ?? (name === patientId || isNamedId(name) || reasonByHeader(name) !== null);
}

function send(response: ServerResponse, status: number, answer: object | Problem): void {
  response.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
  });
  response.end(JSON.stringify(answer));
}
