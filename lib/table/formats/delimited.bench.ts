import { bench } from "vitest";
import { bytesSource } from "../source";
import { readDelimited } from "./delimited";

const rows = Array.from(
  { length: 250_000 },
  (_, n) =>
    `P${n},Site ${n % 60},Arm ${n % 3},${18 + (n % 70)},20${10 + (n % 10)}-0${1 + (n % 9)}-1${n % 10},${(n % 971) / 10},${((n * 7919) % 100_003) / 100},${n % 2}\n`,
);
const bytes = new TextEncoder().encode(`id,site,arm,age,enrolled,albumin,months,event\n${rows.join("")}`);

bench(
  `reads ${(bytes.length / 1e6).toFixed(0)} MB of clinical CSV into typed columns`,
  async () => {
    await readDelimited(bytesSource("cohort.csv", bytes), {}, () => {});
  },
  { time: 3000 },
);
