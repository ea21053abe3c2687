import { gzipSync, strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { bytesSource } from "../source";
import { unpacked } from "./archive";

const patients = "PATIENT_ID\tOS_MONTHS\nP-1\t5\n";
const long = `${"a folder of the study/".repeat(8)}data_clinical_sample.txt`;
const octal = (value: number, width: number) => `${value.toString(8).padStart(width - 1, "0")}\0`;

/** A tape archive as tar writes it (POSIX.1-1988 ustar; names over 100 characters as GNU tar or pax do). */
function tar(files: [name: string, text: string][], longNames: "gnu" | "pax" = "gnu"): Uint8Array {
  const parts: Uint8Array[] = [];
  const entry = (name: string, type: string, body: Uint8Array) => {
    const head = new Uint8Array(512);
    const put = (at: number, text: string) => head.set(strToU8(text), at);
    put(0, name.slice(0, 100));
    put(100, octal(0o644, 8));
    put(124, octal(body.length, 12));
    put(156, type);
    put(257, "ustar\0");
    const padded = new Uint8Array(Math.ceil(body.length / 512) * 512);
    padded.set(body);
    parts.push(head, padded);
  };
  for (const [name, text] of files) {
    if (name.length > 100 && longNames === "gnu") entry("././@LongLink", "L", strToU8(`${name}\0`));
    const record = ` path=${name}\n`;
    if (name.length > 100 && longNames === "pax")
      entry("PaxHeader", "x", strToU8(`${record.length + String(record.length + 3).length}${record}`));
    entry(name, name.endsWith("/") ? "5" : "0", strToU8(text));
  }
  parts.push(new Uint8Array(1024));
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const study: [string, string][] = [
  ["study/", ""],
  ["study/data_clinical_patient.txt", patients],
  ["study/data_mrna_seq.txt", "x".repeat(400_000)],
  [long, "PATIENT_ID\tSAMPLE_ID\nP-1\tS-1\n"],
];
const zipped = (more: object = {}) =>
  zipSync(
    Object.fromEntries(study.filter(([name]) => !name.endsWith("/")).map(([name, text]) => [name, strToU8(text)])),
    more,
  );
const tables = ({ name }: { name: string }) => /clinical/.test(name);
const open = (bytes: Uint8Array) => unpacked(bytesSource("study.zip", bytes), tables);

describe("the files of an archive", () => {
  it.each([
    ["zip", zipped()],
    ["zip without compression", zipped({ level: 0 })],
    ["tar of GNU", tar(study)],
    ["tar of pax", tar(study, "pax")],
    ["tar.gz", gzipSync(tar(study))],
  ])("are unpacked where they are wanted, and the others named: %s", async (_, bytes) => {
    const made = await open(bytes);
    if (!made?.ok) throw new Error("not unpacked");
    expect(made.value.files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
      ["study/data_clinical_patient.txt", patients],
      [long, "PATIENT_ID\tSAMPLE_ID\nP-1\tS-1\n"],
    ]);
    expect(made.value.others).toEqual([expect.objectContaining({ name: "study/data_mrna_seq.txt", size: 400_000 })]);
  });

  it.each([
    ["a table", strToU8(patients)],
    ["a packed table", gzipSync(strToU8(patients))],
    ["a zip of one file", zipSync({ "a.csv": strToU8(patients) })],
    ["a workbook", zipSync({ "[Content_Types].xml": strToU8("<x/>"), "xl/workbook.xml": strToU8("<x/>") })],
    ["nothing", new Uint8Array(0)],
  ])("are none in %s", async (_, bytes) => {
    expect(await open(bytes)).toBeNull();
  });

  it("are refused in words where the archive is cut off, damaged or encrypted", async () => {
    const whole = tar(study);
    for (const bytes of [whole.subarray(0, 1300), gzipSync(whole).subarray(0, 500)])
      expect(await open(bytes)).toMatchObject({ ok: false, problem: { code: "archive-damaged" } });
    const broken = zipped();
    broken.fill(0xff, 70, 90);
    expect(await open(broken)).toMatchObject({ ok: false, problem: { code: "archive-damaged" } });
    const encrypted = zipped();
    encrypted[6] = 1;
    const made = await open(encrypted);
    expect(made).toMatchObject({ ok: false });
    expect(made?.ok === false && made.problem.message).toContain("data_clinical_patient.txt");
  });

  it("are refused where a file is longer than it says, or all are more than a gigabyte", async () => {
    const lies = zipped();
    const view = new DataView(lies.buffer);
    for (let at = 0; at + 46 < lies.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 3, true);
    expect(await open(lies)).toMatchObject({ ok: false, problem: { code: "archive-damaged" } });
    for (let at = 0; at + 46 < lies.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x70000000, true);
    expect(await open(lies)).toMatchObject({ ok: false, problem: { code: "zip-bomb" } });
  });
});
