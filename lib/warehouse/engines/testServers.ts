import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** For tests and for the bench: servers of their own on this computer, where Debian's programs are found. */

/** A server with a table `registry` of texts. */
export interface TestServer {
  url: string;
  /** Makes the table of a CSV file with these columns. */
  load(columns: readonly string[], csv: string): void;
  /** Ends it at once. */
  kill(): void;
  /** Ends it, and takes its folder away. */
  remove(): void;
}

const freePort = () =>
  new Promise<number>((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });

async function until(answers: () => boolean): Promise<void> {
  while (!answers()) await new Promise((done) => setTimeout(done, 100));
}

const succeeds = (call: () => unknown) => {
  try {
    call();
    return true;
  } catch {
    return false;
  }
};

const among = (folders: string[], program: string) =>
  folders.find((folder) => existsSync(join(folder, program))) ?? null;

export const postgresPrograms = among(
  [...[17, 16, 15].map((version) => `/usr/lib/postgresql/${version}/bin`), "/usr/local/bin", "/usr/bin"],
  "initdb",
);

export async function postgresServer(): Promise<TestServer> {
  const asRoot = process.getuid?.() === 0;
  const program = (name: string, ...words: string[]): [string, string[]] => {
    const whole = join(postgresPrograms ?? "", name);
    return asRoot ? ["runuser", ["-u", "postgres", "--", whole, ...words]] : [whole, words];
  };
  const call = (name: string, ...words: string[]) => {
    const [file, all] = program(name, ...words);
    return execFileSync(file, all, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], cwd: tmpdir() });
  };
  const folder = mkdtempSync(join(tmpdir(), "counts-postgres-"));
  const data = join(folder, "data");
  if (asRoot) execFileSync("chown", ["postgres", folder]);
  call("initdb", "-D", data, "-A", "trust", "-U", "counter", "--no-sync");
  const port = await freePort();
  const [file, words] = program("postgres", "-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", folder);
  const server = spawn(file, words, { stdio: "ignore", cwd: tmpdir() });
  const url = `postgres://counter@127.0.0.1:${port}/postgres`;
  await until(() => succeeds(() => call("pg_isready", "-h", "127.0.0.1", "-p", String(port))));
  const psql = (sql: string) => call("psql", "-X", "-v", "ON_ERROR_STOP=1", "-d", url, "-c", sql);
  const kill = () => {
    if (!succeeds(() => call("pg_ctl", "-D", data, "-m", "immediate", "stop"))) server.kill();
  };
  return {
    url,
    load(columns, csv) {
      psql(`CREATE TABLE registry (${columns.map((name) => `"${name.replaceAll('"', '""')}" text`).join(", ")})`);
      const path = join(folder, "registry.csv");
      writeFileSync(path, csv);
      if (asRoot) execFileSync("chown", ["postgres", path]);
      psql(`COPY registry FROM '${path}' WITH (FORMAT csv, HEADER true)`);
    },
    kill,
    remove() {
      kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const clickHousePrograms = among(["/usr/bin", "/usr/sbin", "/usr/local/bin"], "clickhouse-server");

/** Two servers, each with half of the patients, and a Distributed table over both. */
export async function clickHouseCluster(): Promise<TestServer & { urls: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), "counts-clickhouse-"));
  const ports = await Promise.all([0, 1].map(async () => Promise.all([freePort(), freePort(), freePort()])));
  const replicas = ports.map(
    ([, tcp]) => `<shard><replica><host>127.0.0.1</host><port>${tcp}</port></replica></shard>`,
  );
  const servers = ports.map(([http, tcp, between], place) => {
    const own = join(folder, String(place));
    for (const part of ["data", "tmp"]) mkdirSync(join(own, part), { recursive: true });
    const users = join(own, "users.xml");
    writeFileSync(
      users,
      "<yandex><profiles><default/></profiles><quotas><default/></quotas><users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users></yandex>",
    );
    const config = join(own, "config.xml");
    writeFileSync(
      config,
      `<yandex><logger><level>error</level><log>${own}/log</log><errorlog>${own}/errors</errorlog></logger><listen_host>127.0.0.1</listen_host><http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><interserver_http_port>${between}</interserver_http_port><path>${own}/data/</path><tmp_path>${own}/tmp/</tmp_path><users_config>${users}</users_config><default_profile>default</default_profile><default_database>default</default_database><mark_cache_size>67108864</mark_cache_size><remote_servers><shards>${replicas.join("")}</shards></remote_servers></yandex>`,
    );
    const server = spawn(join(clickHousePrograms ?? "", "clickhouse-server"), [`--config-file=${config}`], {
      stdio: "ignore",
      cwd: own,
    });
    return { server, url: `http://127.0.0.1:${http}` };
  });
  const ask = (url: string, sql: string, search = "") =>
    execFileSync("curl", ["-sf", `${url}/?${search}`, "--data-binary", "@-"], { encoding: "utf8", input: sql });
  for (const { url } of servers) await until(() => succeeds(() => ask(url, "SELECT 1")));
  const first = servers[0]?.url ?? "";
  const kill = () => {
    for (const { server } of servers) server.kill("SIGKILL");
  };
  return {
    url: `${first}/default`,
    urls: servers.map((each) => each.url),
    load(columns, csv) {
      const named = columns.map((name) => `\`${name.replace(/[\\`]/g, "\\$&")}\` Nullable(String)`);
      for (const { url } of servers)
        ask(url, `CREATE TABLE part (${named.join(", ")}) ENGINE = MergeTree ORDER BY tuple()`);
      ask(first, "CREATE TABLE registry AS part ENGINE = Distributed(shards, default, part, rand())");
      ask(first, `INSERT INTO registry FORMAT CSVWithNames\n${csv}`, "insert_distributed_sync=1");
    },
    kill,
    remove() {
      kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
