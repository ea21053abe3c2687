import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { boardFrom, tableFrom } from "../cohort/testing";
import { byGroup } from "../panels/kaplanMeier/byGroup";
import { shownKinds } from "../panels/shownKinds";
import { analyze } from "./analyze";

const table = await tableFrom(readFileSync(new URL("../survival/reference/data/lung.csv", import.meta.url), "utf8"));

function shownPanel(panel: object) {
  const endpoint = {
    id: "os",
    label: "Overall survival",
    time: { from: "column", column: "time", unit: "days" },
    event: {
      column: "event",
      coding: [
        { value: "1", as: "event" },
        { value: "0", as: "censored" },
      ],
    },
  };
  const panels = [
    { id: "p", kind: "kaplanMeier", endpoint: "os", group: { column: "sex" }, reference: "Male", ...panel },
  ];
  const [view] = analyze(table, boardFrom({ endpoints: [endpoint], panels })).panels;
  if (view?.state !== "ready" || view.result.kind !== "kaplanMeier" || view.panel.kind !== "kaplanMeier")
    throw new Error(JSON.stringify(view));
  return { result: view.result, figure: view.panel.figure };
}

const numbers = (panel: object) => {
  const { result, figure } = shownPanel(panel);
  return byGroup(result, figure);
};

describe("the numbers of each group beside the curves", () => {
  it("are those of R, in the order of the groups, with the difference at the place of the group compared", () => {
    // survfit(Surv(time, event) ~ sex, conf.type = "log-log"), summary at 365 days, rmean = 965 and the reverse
    // Kaplan–Meier curve; R 4.2.2, survival 3.5-3.
    const [median, at, mean, rate, followUp] = numbers({ figure: { milestones: [365] } });
    expect(median).toMatchObject({ name: "Median, days", values: ["426 (345–524)", "270 (210–306)"], contrasts: [] });
    expect(at).toMatchObject({ name: "At 365 days", values: ["53% (40–64)", "34% (25–42)"], milestone: 0 });
    expect(at?.contrasts).toEqual([{ name: "difference", values: ["19.0 (4.1–32.7) points, P = .013", ""] }]);
    expect(mean?.name).toBe("Mean to 965 days");
    expect(mean?.values.map((value) => value.replace(/ \(.*\)/, ""))).toEqual([
      "456; 1 at risk then",
      "324; 2 at risk then",
    ]);
    expect(mean?.contrasts.map(({ name }) => name)).toEqual(["difference", "ratio"]);
    // pyears() and poisson.test(): 53 events in 83.52 years of women, 112 in 107.01 of men; 63.46 and 104.66 per 100.
    expect(rate).toMatchObject({
      name: "Rate per 100 person-years",
      values: ["63.5 (47.5–83.0); 53 in 83.5 years", "105 (86.2–126); 112 in 107 years"],
    });
    expect(followUp).toMatchObject({ values: ["529 (376–740)", "840 (806–NE)"], all: "588 (511–821)" });
  });

  it("say nobody was followed so long, and contrast no single group", () => {
    const rows = numbers({ group: null, reference: null, figure: { milestones: [2000] } });
    expect(rows.map(({ kind }) => kind)).toEqual(["median", "at", "mean", "rate", "followUp"]);
    expect(rows[1]?.values).toEqual(["nobody followed so long"]);
    expect(rows.flatMap(({ contrasts }) => contrasts)).toEqual([]);
  });

  it("are at the times in the unit of the figure", () => {
    const rows = numbers({ figure: { milestones: [12], unit: "months" } });
    expect(rows.map(({ name }) => name).slice(0, 2)).toEqual(["Median, months", "At 12 months"]);
    // 12 months of 30.4375 days: 365.25 days.
    expect(rows[1]?.values).toEqual(["53% (40–64)", "34% (25–42)"]);
  });

  it("hold back a rate where a count that it gives away is small, and the other rates not", () => {
    const { result } = shownPanel({});
    const rates = (fewest: number | null) =>
      shownKinds.kaplanMeier.statistics(result, fewest).rows.filter(([name]) => name?.startsWith("Rate per"));
    expect(rates(null).map((row) => row[3])).toEqual([
      "63.5 (47.5–83.0); 53 events in 83.5 person-years",
      "105 (86.2–126); 112 events in 107 person-years",
    ]);
    // 53 of 90 women died, and 112 of 138 men: 37 and 26 did not.
    expect(rates(30).map((row) => row[3])).toEqual(["63.5 (47.5–83.0); 53 events in 83.5 person-years", "–"]);
  });
});
