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
function curves({ endpoints: [endpoint] }: Described) {
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
