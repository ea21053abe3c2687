import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { withReading } from "../board/readingOptions";
import { bytesSource } from "../table";
import { readHeavyTable } from "../table/readHeavyTable";
import { type Described, describeFile } from "./describeFile";

const folder = fileURLToPath(new URL("./intake/", import.meta.url));
const file = (name: string) => new Uint8Array(readFileSync(folder + name));
const byR = JSON.parse(readFileSync(`${folder}intakeByR.json`, "utf8"));

/** A file of this folder, or one made of it, as it is read before anything is said of it. */
async function opened(name: string, content = file(name)): Promise<Described> {
  const found = await describeFile(bytesSource(name, content));
  if (!found.ok) throw new Error(found.problem.message);
  return found.value;
}

/** The same after the answer to the question of this code that begins with these words. */
async function answered(name: string, code: string, words: string, content = file(name)): Promise<Described> {
  const source = bytesSource(name, content);
  const { board } = await opened(name, content);
  const table = await readHeavyTable(source);
  if (!table.ok) throw new Error(table.problem.message);
  const asked = table.value.questions.find((each) => each.code === code);
  const choice = asked?.choices.find(({ label }) => label.startsWith(words));
  if (!choice) throw new Error(`${code} is not asked, or has no answer “${words}”`);
  const again = await describeFile(source, withReading(board, choice.options));
  if (!again.ok) throw new Error(again.problem.message);
  return again.value;
}

const changed = (name: string, change: (text: string) => string) =>
  new TextEncoder().encode(change(new TextDecoder().decode(file(name))));
const codes = (said: readonly { code: string }[]) => said.map(({ code }) => code);

/** The curve of all patients and those of the groups, as R gives them. */
function curves({ endpoints }: Described, place = 0) {
  const endpoint = endpoints[place];
  const numbers = (curve: { n: number; events: number; median: number | null } | null) =>
    curve && { n: curve.n, events: curve.events, median: curve.median };
  const groups = endpoint?.byGroup.map((curve) => [curve.group, numbers(curve)] as const) ?? [];
  return { all: numbers(endpoint?.curve ?? null), ...Object.fromEntries(groups) };
}

describe("times of which some are written “8.0+”", () => {
  it("are proposed as censored there, and the others as events", async () => {
    const found = await opened("time_plus.csv");
    expect(found.questions).toEqual([]);
    expect(codes(found.notices)).toContain("censored-marks");
    expect(curves(found)).toEqual(byR.timePlus);
  });

  it("written “>8.0” are the same", async () => {
    const content = changed("time_plus.csv", (text) => text.replace(/([\d.]+)\+/g, ">$1"));
    expect(curves(await opened("time_plus.csv", content))).toEqual(byR.timePlus);
  });

  it("beside a column of events are read as numbers, and that column says what happened", async () => {
    const content = changed("time_plus.csv", (text) =>
      text
        .replace("os_months", "os_months,dead")
        .replace(/([\d.]+)(\+?)$/gm, (_, time, plus) => (plus ? `${time}+,0` : `${time},1`)),
    );
    const found = await opened("time_plus.csv", content);
    expect(found.endpoints.map(({ endpoint }) => endpoint.event?.column)).toEqual(["dead"]);
    expect(curves(found)).toEqual(byR.timePlus);
  });

  it("without any such sign, or with another text among them, propose no curve", async () => {
    const plain = await opened(
      "time_plus.csv",
      changed("time_plus.csv", (text) => text.replaceAll("+", "")),
    );
    expect([plain.endpoints, codes(plain.notices).includes("censored-marks")]).toEqual([[], false]);
    const unclear = await opened(
      "time_plus.csv",
      changed("time_plus.csv", (text) => text.replace("5.8", "5.8?")),
    );
    expect([unclear.endpoints, codes(unclear.questions)]).toEqual([[], ["censored-lab-values"]]);
  });
});

describe("dates of a month and a year", () => {
  it("are asked about once, and with the answer they are the 15th of their month", async () => {
    const asked = await opened("dates_month_year.csv");
    expect(asked.questions).toMatchObject([{ code: "month-without-day", columns: ["start_date", "last_contact"] }]);
    expect(asked.endpoints[0]?.waits?.code).toBe("date-waits");
    const found = await answered("dates_month_year.csv", "month-without-day", "Dates, the 15th");
    expect(found.endpoints[0]?.curve).toMatchObject({ n: byR.monthYear.all.n, events: byR.monthYear.all.events });
    expect(found.endpoints[0]?.curve?.median).toBeCloseTo(byR.monthYear.all.median, 10);
    expect(codes(found.notices)).toContain("day-of-month-given");
  });

  it("with their days are not", async () => {
    const content = changed("dates_month_year.csv", (text) => text.replace(/(\d\d)\/(\d{4})/g, "$2-$1-15"));
    const found = await opened("dates_month_year.csv", content);
    expect(found.questions).toEqual([]);
    expect(found.endpoints[0]?.curve?.median).toBeCloseTo(byR.monthYear.all.median, 10);
  });
});

describe("names of columns in two rows", () => {
  it("are put together: “PFS” over “months” and “event”", async () => {
    const found = await opened("x_merged_pfs_os.xlsx");
    expect(found.columns.map(({ name }) => name)).toEqual([
      ...["id", "arm", "PFS months", "PFS event", "OS months", "OS event"],
    ]);
    expect(found.endpoints.map(({ endpoint }) => endpoint.id)).toEqual(["pfs", "os"]);
    expect([curves(found, 0).all, curves(found, 1).all]).toEqual([byR.pfs.all, byR.os.all]);
    expect(codes(found.notices)).toContain("header-joined");
    expect(codes(found.notices)).not.toContain("merged-cells");
  });

  it("are the same in text, where commas stand for what is merged, or a row of its own for the plain names", async () => {
    const body = "1,A,5.5,1,7.5,1\n2,B,6.5,0,9.5,0\n3,A,2.5,1,8.5,1\n4,B,3.5,1,4.5,1\n";
    for (const head of [
      "Patient,,PFS,,OS,\nid,arm,months,event,months,event",
      "id,arm,PFS,,OS,\n,,months,event,months,event",
    ]) {
      const found = await opened("two.csv", new TextEncoder().encode(`${head}\n${body}`));
      expect(found.columns.map(({ name }) => name).slice(2)).toEqual([
        ...["PFS months", "PFS event", "OS months", "OS event"],
      ]);
      expect(found.rows).toBe(4);
    }
  });

  it("are one row below a title, after a blank line too", async () => {
    const body = "id,arm,months,event\n1,A,5.5,1\n2,B,6.5,0\n3,A,2.5,1\n";
    for (const title of ["Patients of 2021,,,\n", "Patients,,of 2021,\n\n"]) {
      const found = await opened("title.csv", new TextEncoder().encode(title + body));
      expect(found.columns.map(({ name }) => name)).toEqual(["id", "arm", "months", "event"]);
      expect(codes(found.notices)).toContain("preamble-skipped");
    }
  });

  it("in TCGA’s three rows are the first", async () => {
    const text = [
      "bcr_patient_uuid\tbcr_patient_barcode\tdays_to_death\tage_at_diagnosis\tvital_status",
      "bcr_patient_uuid\tbcr_patient_barcode\tdeath_days_to\tage_at_initial_pathologic_diagnosis\tvital_status",
      "CDE_ID:\tCDE_ID:2003301\tCDE_ID:3165475\tCDE_ID:2006657\tCDE_ID:5",
      "A1\tTCGA-A1\t300\t61\tDead",
      "A2\tTCGA-A2\t[Not Applicable]\t58\tAlive",
      "A3\tTCGA-A3\t512\t49\tDead",
    ];
    const found = await opened("clinical.txt", new TextEncoder().encode(`${text.join("\n")}\n`));
    expect(found.rows).toBe(3);
    expect(found.columns.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
      "bcr_patient_uuid: category",
      "bcr_patient_barcode: category",
      "days_to_death: number",
      "age_at_diagnosis: number",
      "vital_status: category",
    ]);
    expect(codes(found.notices)).toContain("second-header");
  });
});

describe("cells merged down a column", () => {
  it("all have the value of the first", async () => {
    const found = await opened("x_arm_merged_down.xlsx");
    expect(curves(found)).toEqual(byR.armMerged);
    expect(found.notices.find(({ code }) => code === "merged-cells-filled")).toMatchObject({
      count: 22,
      columns: ["arm"],
    });
  });
});

it("a second table below the patients is named with its rows", async () => {
  const found = await opened("two_tables.csv");
  expect(found.notices.find(({ code }) => code === "second-table")).toMatchObject({
    count: 5,
    rows: [25, 26, 27, 28, 29],
  });
  const alone = changed("two_tables.csv", (text) => text.slice(0, text.indexOf("\n\n")));
  expect(codes((await opened("two_tables.csv", alone)).notices)).not.toContain("second-table");
});

it("a series matrix of GEO is named, and how its samples become a table", async () => {
  const found = await describeFile(bytesSource("geo.txt", file("geo_series_matrix.txt")));
  expect(found).toMatchObject({ ok: false, problem: { code: "not-a-table" } });
  if (!found.ok) expect([found.problem.message, found.problem.hint].join(" ")).toMatch(/series matrix of GEO.*getGEO/s);
});

it("a pointer of Git LFS is no table of one column, and how the file itself is had is said", async () => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"7ac6".repeat(16)}\nsize 5237\n`;
  const found = await describeFile(bytesSource("data_mutations.txt", new TextEncoder().encode(pointer)));
  expect(found).toMatchObject({ ok: false, problem: { code: "not-a-table" } });
  if (!found.ok) expect(`${found.problem.message} ${found.problem.hint}`).toMatch(/pointer of Git LFS.*git lfs pull/s);
});

it("rows that differ only in an unnamed column of row numbers are alike, so that no curve waits", async () => {
  const found = await opened("rowlabel_unnamed.csv");
  expect(found.endpoints.map(({ waits }) => waits)).toEqual([null, null]);
  expect([curves(found, 0).all, curves(found, 1).all]).toEqual([byR.labelPfs.all, byR.labelOs.all]);
});
