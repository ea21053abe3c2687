import { describe, expect, it } from "vitest";
import { recognize } from "./layouts";
import { saysAll } from "./saysAll";
import { tableSummary } from "./tableSummary";
import { tableFrom } from "./testing";

const times = [3, 5.5, 7, 8.2, 11, 13.5, 2.1, 9, 15, 6.4, 18, 4.3];
const died = [1, 0, 1, 1, 0, 1, 1, 0, 0, 1, 0, 1];

/** Twelve patients of whom seven died. */
async function atOnce(header: string, row: (time: number, dead: number, place: number) => string): Promise<boolean> {
  const rows = times.map((time, place) => `P${place + 1},${row(time, died[place] ?? 0, place)}`);
  const summary = tableSummary(await tableFrom(`id,${header}\n${rows.join("\n")}\n`));
  return saysAll(summary, recognize(summary));
}
const words = (dead: number, yes: string, no: string) => (dead ? yes : no);
const day = (place: number) => `2020-01-${String(place + 1).padStart(2, "0")}`;

describe("a file that leaves nothing open is shown at once", () => {
  it.each<[string, Parameters<typeof atOnce>[1]]>([
    ["os_months,os_event", (time, dead) => `${time},${dead}`],
    ["OS (months),Status", (time, dead) => `${time},${words(dead, "dead", "alive")}`],
    ["OS_MONTHS,OS_STATUS", (time, dead) => `${time},${words(dead, "1:DECEASED", "0:LIVING")}`],
    ["Überleben Tage,verstorben", (time, dead) => `${30 * time},${words(dead, "ja", "nein")}`],
    ["survie_mois,décès", (time, dead) => `${time},${words(dead, "oui", "non")}`],
    ['follow_up_days,"dead (0=yes, 1=no)"', (time, dead) => `${30 * time},${1 - dead}`],
    ["pfs_months,pfs_event,os_months,os_event", (time, dead) => `${time / 2},1,${time},${dead}`],
    [
      "diagnosis_date,last_contact,status",
      (_, dead, place) => `${day(place)},2021-0${1 + (place % 9)}-15,${words(dead, "dead", "alive")}`,
    ],
    ["OS_days,OS_status", (time, dead) => `${Math.round(30 * time)},${dead}`],
    ["os_months,os_event,platelet count", (time, dead, place) => `${time},${dead},${150 + place}`],
    ["os_months,os_event,N", (time, dead, place) => `${time},${dead},${place % 3}`],
    ["Survival months,Vital status", (time, dead) => `${Math.round(time)},${words(dead, "Dead", "Alive")}`],
  ])("%s", async (header, row) => {
    expect(await atOnce(header, row)).toBe(true);
  });
});

describe("a file with something open is shown where it is asked", () => {
  it.each<[string, Parameters<typeof atOnce>[1]]>([
    ["time,event", (time, dead) => `${time},${dead}`],
    ["months,alive", (time, dead) => `${time},${1 - dead}`],
    ["months,dead", (time, dead) => `${time},${dead ? "x" : ""}`],
    ["months,status", (time, dead, place) => `${time},${place === 3 ? 2 : dead}`],
    ["os_months,os_event", (time, dead, place) => `${time}${place === 3 ? "*" : ""},${dead}`],
    ["os_months,os_event", (time, dead, place) => `${place === 3 ? "about 8" : time},${dead}`],
    ["os_months,os_event", (time, dead, place) => `${time},${place === 3 ? "" : dead}`],
    ["os_months,os_event,n", (time, dead, place) => `${time},${dead},${1 + ((7 * place) % 10)}`],
    ["os_months,os_event,patients", (time, dead, place) => `${time},${dead},${100 - 7 * place}`],
    ["os_months,relapse", (time, dead) => `${time},${dead}`],
    ["months,death,cancer_death", (time, dead, place) => `${time},${dead},${place % 2 ? dead : 0}`],
    [
      "diagnosis_date,last_contact,status",
      (_, dead, place) => `0${1 + (place % 9)}/03/2020,05/0${1 + (place % 9)}/2021,${words(dead, "dead", "alive")}`,
    ],
  ])("%s", async (header, row) => {
    expect(await atOnce(header, row)).toBe(false);
  });

  it("and so is one that nothing is proposed of", async () => {
    expect(await atOnce("age,sex", (time, dead) => `${50 + time},${dead}`)).toBe(false);
  });
});
