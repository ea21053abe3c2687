// Writes the sample files of the first visit into public/samples: made-up patients, the same every time.
import { mkdirSync, writeFileSync } from "node:fs";

let state = 20_160_421;
/** A number from 0 up to 1. */
function random() {
  state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) | 0;
  return (state >>> 0) / 2 ** 32;
}
/** @template T @param {readonly T[]} values @returns {T} */
const one = (values) => /** @type {T} */ (values[Math.floor(random() * values.length)]);
/** @param {number} median */
const exponential = (median) => (-Math.log(1 - random()) / Math.LN2) * median;
/** @param {Date} from @param {number} days */
const after = (from, days) => new Date(from.getTime() + Math.round(days) * 86_400_000).toISOString().slice(0, 10);

const folder = new URL("../public/samples/", import.meta.url);
mkdirSync(folder, { recursive: true });
/** @param {string} name @param {(string | number)[][]} rows */
const write = (name, rows) => writeFileSync(new URL(name, folder), `${rows.map((row) => row.join(",")).join("\n")}\n`);

const arms = ["Placebo", "Verum"];

write("synthetic-dates.csv", [
  ["patient_id", "arm", "sex", "age", "start_of_treatment", "date_of_progression", "date_of_death", "last_contact"],
  ...Array.from({ length: 60 }, (_, row) => {
    const arm = one(arms);
    const start = new Date(Date.UTC(2019, 0, 7 + Math.floor(random() * 700)));
    const cut = (Date.UTC(2023, 5, 30) - start.getTime()) / 86_400_000;
    const progression = exponential(arm === "Verum" ? 420 : 230);
    const death = progression + exponential(300);
    const last = Math.min(cut - random() * 60, death);
    return [
      ...[`S${String(row + 1).padStart(3, "0")}`, arm, one(["female", "male"]), 45 + Math.floor(random() * 35)],
      ...[
        after(start, 0),
        progression < last ? after(start, progression) : "",
        death <= last ? after(start, death) : "",
      ],
      after(start, last),
    ];
  }),
]);

write("synthetic-months.csv", [
  ["patient_id", "arm", "stage", "os_months", "os_event"],
  ...Array.from({ length: 80 }, (_, row) => {
    const [arm, stage] = [one(arms), one(["I", "II", "III"])];
    const death = exponential((arm === "Verum" ? 26 : 16) * (stage === "III" ? 0.6 : 1));
    const end = 12 + random() * 36;
    return [`M${String(row + 1).padStart(3, "0")}`, arm, stage, Math.min(death, end).toFixed(1), death <= end ? 1 : 0];
  }),
]);

write("synthetic-competing.csv", [
  ["patient_id", "donor", "months", "status"],
  ...Array.from({ length: 90 }, (_, row) => {
    const donor = one(["matched", "unmatched"]);
    const [relapse, death] = [exponential(30), exponential(donor === "matched" ? 60 : 28)];
    const end = 6 + random() * 54;
    const first = Math.min(relapse, death, end);
    const status = first === end ? "no event" : first === relapse ? "relapse" : "death";
    return [`C${String(row + 1).padStart(3, "0")}`, donor, first.toFixed(1), status];
  }),
]);

write("synthetic-intervals.csv", [
  ["patient_id", "start", "stop", "event", "therapy", "age"],
  ...Array.from({ length: 50 }, (_, row) => {
    const id = `I${String(row + 1).padStart(3, "0")}`;
    const age = 40 + Math.floor(random() * 40);
    const change = Math.round(exponential(120));
    const death = Math.round(20 + exponential(260));
    const end = Math.min(death, 700);
    const event = death <= 700 ? 1 : 0;
    return change > 0 && change < end
      ? [
          [id, 0, change, 0, "waiting", age],
          [id, change, end, event, "transplanted", age],
        ]
      : [[id, 0, end, event, "waiting", age]];
  }).flat(),
]);
