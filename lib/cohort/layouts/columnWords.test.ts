import { describe, expect, it } from "vitest";
import { tableSummary } from "../tableSummary";
import { tableFrom } from "../testing";
import { armColumn, endpointNamed, stemOf, unitOf, wordsOf } from "./columnWords";

describe("the words of a header", () => {
  it.each([
    ["OS_Months", ["os", "months"]],
    ["_OS.months_", ["os", "months"]],
    ["osTime", ["os", "time"]],
    ["VITALStatus", ["vital", "status"]],
    ["Überleben (Tage)", ["uberleben", "tage"]],
    ["survtime", ["surv", "time"]],
    ["", []],
  ])("of “%s” are %j", (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });

  it.each([
    ["os_days", "days"],
    ["Zeit in Wochen", "weeks"],
    ["OS (mo)", "months"],
    ["years", "years"],
    ["OS_Mon", "months"],
    ["follow up (d)", "days"],
    ["OS [y]", "years"],
    ["follow up (m)", null],
    ["time", null],
    ["monday", null],
    ["Mon", null],
    ["vital (A/D)", null],
    ["death (d)", null],
    ["relapse (y)", null],
  ])("tell the unit of “%s”: %s", (name, unit) => {
    expect(unitOf(name)).toBe(unit);
  });

  it("leave the stem that pairs a time with its event", () => {
    expect([stemOf("os_months"), stemOf("os_event"), stemOf("time")]).toEqual(["os", "os", ""]);
  });
});

describe("the endpoint of a name", () => {
  it.each([
    ["os", "Overall survival", true],
    ["overall survival", "Overall survival", true],
    ["pfs", "Progression-free survival", false],
    ["disease free", "Disease-free survival", false],
    ["dss", "Disease-specific survival", false],
    ["cause specific", "Cause-specific survival", false],
    ["progression free interval", "Progression-free interval", false],
    ["ttp", "Time to progression", false],
    ["duration of response", "Duration of response", false],
  ])("of “%s” is %s; death alone is its event: %s", (name, label, death) => {
    expect(endpointNamed(stemOf(name))).toMatchObject({ label, death });
  });
});

describe("the column of arms", () => {
  const armOf = async (name: string, values: string[] = ["A", "B"]) =>
    armColumn(
      tableSummary(await tableFrom(`${name},months\n${values.map((value, row) => `${value},${row}`).join("\n")}\n`)),
    );

  it.each(["arm", "tx", "trt", "trt_grp", "rx", "horTh", "Regimen", "Treatment arm", "treat", "Behandlung"])(
    "is “%s”",
    async (name) => {
      expect(await armOf(name)).toBe(name);
    },
  );

  it.each([
    "treatment_response",
    "trt_outcome",
    "treatment stopped",
    "end of treatment",
    "treatment toxicity",
    "treatment duration",
    "Behandlung Abbruch",
    "reason for end of treatment",
  ])("is not “%s”, which is known only later", async (name) => {
    expect(await armOf(name)).toBeNull();
  });
});
