import { type Board, boardSchema } from "../board/board";
import { boardVersion } from "../board/version";
import { seededRandom } from "../numeric/random";

/** For tests: a cohort as registries hand them out, with dates, words, blanks and names that are easily read wrongly. */

const quote = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const evilName = '"; DROP TABLE x; --';

export function syntheticRegistry(size: number, seed: number): string {
  const random = seededRandom(seed);
  const among = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const iso = (day: number) => new Date(86_400_000 * day).toISOString().slice(0, 10);
  const dayAs = (day: number) => {
    const text = iso(Math.floor(day));
    const [year = "", month = "", date = ""] = text.split("-");
    const shape = random();
    if (shape < 0.7) return text;
    if (shape < 0.8) return `${year}/${Number(month)}/${Number(date)}`;
    if (shape < 0.83) return `${date}.${month}.${year}`;
    if (shape < 0.85) return `${text}T00:00:00`;
    if (shape < 0.9) return `${text} 13:45:07`;
    return ` ${text} `;
  };
  const odd = () =>
    among([
      "",
      "",
      "NA",
      ".",
      "Unknown",
      "2019-02-30",
      "2020-13-01",
      "2021",
      "n/a",
      "0000-00-00",
      "?",
      "soon",
      "12.04.2019",
    ]);
  const names = [
    "id",
    "start",
    "progression",
    "death",
    "last seen",
    "cut-off",
    "status",
    "months",
    "late entry",
    "arm",
    "stage's",
    "age",
    evilName,
    "größe (cm)",
  ];
  const lines = [names.map(quote).join(",")];
  for (let row = 0; row < size; row++) {
    const start = 17_000 + Math.floor(1500 * random());
    const arm = among(["A", "B", "A", "B", "", "C"]);
    const follow = Math.ceil((-Math.log(1 - random()) * (arm === "A" ? 900 : 500)) / 7) * 7;
    const dead = random() < 0.6;
    const last = start + (random() < 0.01 ? -30 : follow);
    const cells = [
      `P${row}`,
      random() < 0.02 ? odd() : dayAs(start),
      random() < 0.4 ? dayAs(start + follow * random()) : random() < 0.02 ? odd() : "",
      dead ? dayAs(last) : random() < 0.02 ? odd() : "",
      random() < 0.03 ? odd() : dayAs(last),
      random() < 0.01 ? "" : "2022-06-30",
      among([
        ...(dead ? ["dead", "dead", " dead", "died of other"] : ["alive", "alive", "alive ", "lost"]),
        ...(random() < 0.05 ? ["", "NA", "unclear", "Unknown", "it's odd"] : []),
      ]),
      random() < 0.02
        ? among(["", "-3", "NA", "n/a", "abc", "1e2", "12 mo"])
        : String(Math.round((10 * follow) / 30.4375) / 10),
      random() < 0.3 ? String(Math.floor(3 * random())) : random() < 0.02 ? "" : "0",
      arm,
      among(["I", "II", "III", "IV", "II ", "NA", ""]),
      random() < 0.02 ? "" : String(40 + 5 * Math.floor(9 * random())),
      among(["x;y", "O'Brien", 'say "hi"', "back\\slash", "a,b", ""]),
      among(["150", "160.5", "170", "", "180.0"]),
    ];
    lines.push(cells.map(quote).join(","));
  }
  return `${lines.join("\n")}\n`;
}

const coded = (value: string, as: string, cause?: string) => ({ value, as, ...(cause && { cause }) });
const status = {
  column: "status",
  coding: [
    coded("alive", "censored"),
    coded("dead", "event"),
    coded("lost", "censored"),
    coded("died of other", "competing", "other death"),
    coded("Unknown", "exclude"),
    coded("it's odd", "exclude"),
    coded("unclear", "exclude"),
  ],
};
const dates = { from: "rule", start: "start", death: "death", lastContact: "last seen", unit: "months" };

export const registryBoard = (parts: Partial<Record<string, unknown>> = {}): Board =>
  boardSchema.parse({
    meierboard: boardVersion,
    source: { file: "registry.csv", rows: null, sha256: null },
    columns: [
      { name: "start", kind: "date", dateOrder: "dmy" },
      { name: "progression", kind: "date", dateOrder: "dmy" },
      { name: "death", kind: "date", dateOrder: "dmy" },
      { name: "last seen", kind: "date", dateOrder: "dmy" },
      { name: "cut-off", kind: "date", dateOrder: "dmy" },
      { name: "months", kind: "number" },
      { name: "late entry", kind: "number" },
      { name: "age", kind: "number" },
      { name: "stage's", kind: "category" },
    ],
    endpoints: [
      { id: "os", label: "Overall survival", time: { ...dates, rule: "OS" }, event: status },
      {
        id: "pfs",
        label: "PFS",
        time: { ...dates, rule: "PFS", progression: "progression", cutoff: { column: "cut-off" } },
        event: null,
      },
      {
        id: "ttp",
        label: "TTP",
        time: { ...dates, rule: "TTP", progression: "progression", cutoff: { day: "2021-12-31" }, unit: "weeks" },
        event: status,
      },
      {
        id: "between",
        label: "Start to last",
        time: { from: "dates", start: "start", end: "last seen", unit: "years" },
        event: status,
      },
      {
        id: "told",
        label: "Months told",
        time: { from: "column", column: "months", unit: "months" },
        event: status,
        entry: "late entry",
      },
    ],
    scores: [
      {
        id: "s",
        label: "Score",
        factors: [{ id: "f", label: "Age", column: "age", when: { op: ">=", value: 60 }, points: 1 }],
        groups: [
          { label: "young", min: 0, max: 0 },
          { label: "old", min: 1, max: 1 },
        ],
      },
    ],
    filters: [
      { kind: "values", of: { column: "stage's" }, values: null, missing: true },
      { kind: "range", of: { column: "age" }, min: 45, max: null, missing: true },
      { kind: "values", of: { column: evilName }, values: null, missing: true },
    ],
    panels: [
      { id: "os", kind: "kaplanMeier", endpoint: "os", group: { column: "arm" }, strata: { column: "stage's" } },
      { id: "pfs", kind: "kaplanMeier", endpoint: "pfs", group: { score: "s" }, landmark: 3 },
      { id: "ttp", kind: "cumulativeIncidence", endpoint: "ttp", group: { column: "arm" } },
      { id: "between", kind: "kaplanMeier", endpoint: "between", group: { column: evilName } },
      { id: "told", kind: "kaplanMeier", endpoint: "told", group: { column: "arm" } },
      {
        id: "cox",
        kind: "regression",
        endpoint: "os",
        terms: [{ id: "a", of: { column: "arm" }, coding: { kind: "levels" } }],
      },
    ],
    ...parts,
  });
