import { describe, expect, it } from "vitest";
import { estimateAndTest } from "../../../survival";
import type { Warning } from "../../warning";
import { aml, fixture, simulated } from "../fixture";
import type { KaplanMeierResult } from "../result";
import { warningsOf } from ".";
import { equalPatients } from "./equalPatients";
import { withSession } from "./session";
import type { Warned } from "./warning";

const told = (result: KaplanMeierResult, id: string, more: Partial<Warned> = {}): Warning | undefined =>
  warningsOf({ result, filteredBy: [], scoreMadeHere: false, changing: false, ...more }).find((each) => each.id === id);

const ones = (count: number) => new Array<number>(count).fill(1);
const count = (length: number, of: (index: number) => number) => Array.from({ length }, (_, index) => of(index));
const group = (label: string, n: number, events: number) => ({
  label,
  time: count(n, (index) => index + 1),
  event: count(n, (index) => (index < events ? 1 : 0)),
});

describe("the warning of small groups", () => {
  const told2 = (n: number, events: number) =>
    told(fixture([group("A", 30, 20), group("B", n, events)]), "group-small");

  it("is said below 10 patients and below 5 events, with both numbers", () => {
    expect(told2(9, 5)?.message).toBe("Few patients or events in “B” (9 patients, 5 events).");
    expect(told2(10, 4)?.message).toBe("Few patients or events in “B” (10 patients, 4 events).");
    expect(told2(10, 1)?.message).toBe("Few patients or events in “B” (10 patients, 1 event).");
    expect(told2(9, 5)?.caption).toBe("Few patients or events in B (9 patients, 5 events).");
  });

  it("is not said from 10 patients with 5 events on", () => {
    expect(told2(10, 5)).toBeUndefined();
  });
});

describe("the warning of follow-up", () => {
  /** Five are censored at one time, which is the reverse Kaplan–Meier median. */
  const followed = (label: string, months: number, censored = 5) => ({
    label,
    time: [...count(20, (index) => 0.1 + index * 0.01), ...count(censored, () => months)],
    event: [...ones(20), ...count(censored, () => 0)],
  });
  const told2 = (a: number, b: number, censored = 5) =>
    told(fixture([followed("A", a, censored), followed("B", b)]), "follow-up-shorter")?.message;

  it("is said where the shortest median is six tenths of the longest or less", () => {
    expect(told2(6, 10)).toBe("Follow-up is shorter in “A” (median 6.0 months) than in “B” (10.0 months).");
    expect(told2(10, 5)).toBe("Follow-up is shorter in “B” (median 5.0 months) than in “A” (10.0 months).");
    expect(told2(6.1, 10)).toBeUndefined();
  });

  it("is not said of a group with fewer than five censored, whose follow-up is not known", () => {
    expect(told2(6, 10, 4)).toBeUndefined();
  });

  it("is not said where patients change group, who leave the first curve without being lost", () => {
    const result = fixture([followed("A", 6), followed("B", 10)]);
    const changing = { ...result, setting: { ...result.setting, changes: { label: "transplant" } as never } };
    expect(told(changing, "follow-up-shorter")).toBeUndefined();
  });
});

describe("the warning of immortal time", () => {
  /** Of `n` patients nobody has the event before `first`. */
  const late = (first: number, n = 30) => ({
    label: "Late",
    time: count(n, (index) => first + index),
    event: ones(n),
  });
  const others = { label: "Others", time: count(60, (index) => 1 + index), event: ones(60) };

  it("is said with the time and the number expected in it", () => {
    const message = told(fixture([others, late(20)]), "immortal-time")?.message;
    expect(message).toMatch(/^Nobody in “Late” had the event in the first 20\.0 months, where about \d+ would be/);
  });

  it("is not said of a first event soon after zero, of fewer than ten patients, nor of groups that change with time", () => {
    expect(told(fixture([others, late(2)]), "immortal-time")).toBeUndefined();
    expect(told(fixture([others, late(20, 9)]), "immortal-time")).toBeUndefined();
    expect(told(fixture([others, late(20, 10)]), "immortal-time")).toBeDefined();
    expect(told(fixture([others, late(20)]), "immortal-time", { changing: true })).toBeUndefined();
  });

  it("is not said where there is nobody to compare with, or no event at all", () => {
    expect(told(fixture([late(20)]), "immortal-time")).toBeUndefined();
    const none = { label: "None", time: count(30, (index) => 20 + index), event: count(30, () => 0) };
    expect(told(fixture([others, none]), "immortal-time")).toBeUndefined();
    expect(told(fixture([{ ...others, ...group("Few", 9, 9) }, late(20)]), "immortal-time")).toBeUndefined();
  });

  it("is not said where chance lets it happen once in a hundred comparisons of two groups, and is below", () => {
    // The group is a sixteenth of those at risk at 1 (32, 512) and at 3 (16, 256). Of the others' 199 events only
    // one comes after its first: it would be last but one by chance in 2 of 200; with one more before, in 2 of 201.
    const exact = (events: number) =>
      told(
        fixture([
          {
            label: "Late",
            time: [...count(15, () => 1.5), 2.5, ...count(16, () => 9)],
            event: count(32, (i) => (i === 15 ? 1 : 0)),
          },
          {
            label: "Others",
            time: [...count(events, () => 1), ...count(256 - events, () => 2), 3, ...count(255, () => 9)],
            event: [...ones(events), ...count(256 - events, () => 0), 1, ...count(255, () => 0)],
          },
        ]),
        "immortal-time",
      );
    expect(exact(198)).toBeUndefined();
    expect(exact(199)?.message).toContain("Nobody in “Late” had the event in the first 2.5 months");
  });
});

describe("the warning of what is known later", () => {
  const by = (groupLabel: string | null, filteredBy: string[] = []) =>
    told({ ...aml, groupLabel }, "known-later", { filteredBy })?.message;

  it("names the group, or the filter, and the words of each", () => {
    expect(by("Best_overall_response")).toBe(
      "Patients are grouped by “Best_overall_response”, which sounds like something known only after time zero.",
    );
    expect(by("arm", ["Toxicity.grade"])).toBe(
      "Patients are filtered by “Toxicity.grade”, which sounds like something known only after time zero.",
    );
    expect(by("response", ["salvage"])).toMatch(/^Patients are grouped by “response” and “salvage”, /);
  });

  it.each(["responders", "relapse", "dose-reduction", "second line", "received", "ORR", "crossover"])(
    "is said of “%s”",
    (name) => {
      expect(by(name)).toBeDefined();
    },
  );

  it.each(["responsible physician", "arm", "cycle length", "age", "correlation"])("is not said of “%s”", (name) => {
    expect(by(name)).toBeUndefined();
  });

  it("is said of two levels of a response and not of one", () => {
    const levels = (...labels: string[]) =>
      told(fixture(labels.map((label, place) => simulated(label, 20, 9, 40, place + 1))), "known-later");
    expect(levels("CR", "PD")).toBeDefined();
    expect(levels("CR", "Other")).toBeUndefined();
    expect(levels("Complete response", " partial response ")).toBeDefined();
  });
});

describe("the warning of crossing curves", () => {
  it("is said of the two that cross among several, and of none of more than six", () => {
    const early = { label: "Early", time: [...count(30, () => 2), ...count(30, (i) => 30 + i)], event: ones(60) };
    const slow = {
      label: "Late",
      time: [...count(20, (i) => 12 + i * 0.4), ...count(40, (i) => 20 + i * 0.1)],
      event: ones(60),
    };
    const still = (label: string) => ({ label, time: count(60, () => 70), event: count(60, () => 0) });
    const message = told(fixture([still("Still"), early, slow]), "curves-cross")?.message;
    expect(message).toMatch(/^The curves of “Early” and “Late” cross near 2\d\.\d months: 50 points apart before, /);
    const seven = [...count(6, (index) => index).map((index) => still(`S${index}`)), early, slow];
    expect(told(fixture(seven), "curves-cross")).toBeUndefined();
  });
});

describe("the warning of competing events", () => {
  const labeled = (label: string) => told({ ...aml, endpoint: { ...aml.endpoint, label } }, "competing-as-censored");
  const withCompeting = (events: number) => ({
    ...aml,
    groups: aml.groups.map((each, place) =>
      place === 0 ? { ...each, curve: Object.assign(Object.create(each.curve), { competing: events }) } : each,
    ),
  });

  it("counts the events that are known to compete", () => {
    expect(told(withCompeting(1), "competing-as-censored")?.message).toBe(
      "1 competing event counts as censored: the curve is cause-specific.",
    );
    expect(told(withCompeting(3), "competing-as-censored")?.message).toBe(
      "3 competing events count as censored: the curve is cause-specific.",
    );
    // Of sampling weights it is a sum of them.
    expect(told(withCompeting(35.48000000000001), "competing-as-censored")?.message).toMatch(
      /^35\.5 competing events /,
    );
  });

  it.each(["TTP", "Time to progression", "Cause-specific survival", "Relapse", "disease_specific"])(
    "is said of “%s”, at which death competes by its name",
    (label) => {
      expect(labeled(label)?.message).toMatch(/^“.+” has no competing event: /);
    },
  );

  it.each(["Overall survival", "PFS", "Relapse-free survival", "Progression-free survival", "DFS"])(
    "is not said of “%s”",
    (label) => {
      expect(labeled(label)).toBeUndefined();
    },
  );
});

describe("the warnings of a hazard ratio", () => {
  const cox = (proportionalHazards: number | undefined, kind = "estimated", label = "B") =>
    ({ cox: { proportionalHazards, ratios: [{ label, coefficient: { kind } }] } }) as never;
  const withRatio = (comparisons: KaplanMeierResult["comparisons"], events = aml.events) => ({
    ...aml,
    comparisons,
    events,
  });

  it("say that it changes with time where P of the test is below .03", () => {
    const at = (p: number | undefined) => told(withRatio(cox(p)), "hazards-not-proportional")?.message;
    expect(at(0.029)).toBe("The hazard ratio changes with time: the proportional-hazards test gives P = .029.");
    expect(at(0.03)).toBeUndefined();
    expect(at(Number.NaN)).toBeUndefined();
    expect(at(undefined)).toBeUndefined();
    expect(told(withRatio(null), "hazards-not-proportional")).toBeUndefined();
  });

  it("say whose has no finite estimate", () => {
    expect(told(withRatio(cox(0.5, "infinite")), "cox-separation")?.message).toBe(
      "The hazard ratio of “B” has no finite estimate: all events lie on one side.",
    );
    expect(told(withRatio({ cox: null } as never), "cox-separation")?.message).toBe(
      "The hazard ratio has no finite estimate: all events lie on one side.",
    );
    expect(told(withRatio(cox(0.5)), "cox-separation")).toBeUndefined();
    expect(told(withRatio(cox(0.5, "infinite"), 0), "cox-separation")).toBeUndefined();
    expect(told(withRatio(null), "cox-separation")).toBeUndefined();
  });

  it("say that there are fewer than 10 events for each", () => {
    const at = (events: number) => told(withRatio(cox(0.5), events), "few-events-per-group")?.message;
    expect(at(9)).toBe("9 events for 1 hazard ratio: fewer than 10 each.");
    expect(at(10)).toBeUndefined();
  });
});

describe("the warnings of a choice", () => {
  it("say that a score made here is judged on its own patients, and not of another or without groups", () => {
    const score = { ...aml, groupLabel: "My score" };
    expect(told(score, "score-own-patients", { scoreMadeHere: true })?.message).toBe(
      "“My score” was made here and is judged on the patients at hand.",
    );
    expect(told(score, "score-own-patients")).toBeUndefined();
    expect(told({ ...score, groupLabel: null }, "score-own-patients", { scoreMadeHere: true })).toBeUndefined();
  });

  it("name another test than the log-rank, and not the log-rank itself", () => {
    expect(told(aml, "other-test")).toBeUndefined();
    const other = { ...aml, test: { ...aml.test, test: "gehanBreslow" } } as KaplanMeierResult;
    expect(told(other, "other-test")?.message).toMatch(/^The groups are compared by .+, not by the log-rank test\.$/);
    expect(told({ ...other, cut: {} as never }, "other-test")).toBeUndefined();
  });

  it("count comparisons from the fifth on", () => {
    expect(withSession([], { comparisons: 4, tests: 1 })).toEqual([]);
    expect(withSession([], { comparisons: 5, tests: 1 })).toMatchObject([
      {
        id: "many-comparisons",
        message: "5 comparisons were looked at so far.",
        // 1 − .95⁵ = 0.2262, 1 − .95¹³ = 0.4867.
        hint: expect.stringContaining("a P below .05 with a chance of 23% (1 − 0.95^5). Multiply P by 5"),
        caption: "One of 5 comparisons looked at; P is not adjusted for them.",
      },
    ]);
    expect(withSession([], { comparisons: 13, tests: 1 })[0]?.hint).toContain("a chance of 49% (1 − 0.95^13)");
  });

  it("add how many tests were tried to the warning of another test alone", () => {
    const warning = (id: Warning["id"]): Warning => ({ id, message: "Message.", hint: "Hint.", caption: "Caption." });
    const both = [warning("other-test"), warning("group-small")];
    expect(withSession(both, { comparisons: 1, tests: 1 })).toEqual(both);
    expect(withSession(both, { comparisons: 1, tests: 2 }).map(({ message, caption }) => [message, caption])).toEqual([
      ["Message. 2 tests were tried on these groups.", "Caption (2 tests tried)."],
      ["Message.", "Caption."],
    ]);
  });
});

describe("the warning of few at first", () => {
  /** Of `late` patients who enter at 12, two are observed from 0 on, of whom one has the event at 1. */
  const entering = (early: number, late: number, entry: number[] | null = null) => {
    const time = [1, 30, ...count(early, (i) => 15 + i), ...count(late, (i) => 20 + i)];
    const data = {
      time: Float64Array.from(time),
      cause: Uint8Array.from(time, () => 1),
      entry: Float64Array.from(entry ?? [0, 0, ...count(early, () => 0), ...count(late, () => 12)]),
      group: new Int16Array(time.length),
      groupCount: 1,
    };
    const { curves } = estimateAndTest(data);
    const plain = fixture([group("A", 2, 2)]);
    return { ...plain, groups: plain.groups.map((each) => ({ ...each, curve: curves[0] })) };
  };
  const told2 = (early: number, late: number) => told(entering(early, late), "few-at-first");

  it("names the event and from when on enough are observed, for a landmark", () => {
    expect(told2(0, 20)?.message).toBe(
      "“A” has an event at 1.0 months with 2 patients observed: the curve falls for good, though many more enter later.",
    );
    expect(told2(0, 20)?.hint).toMatch(
      /^Begin where enough are observed: from 20\.0 months on 10 or more are\. A landmark there /,
    );
  });

  it("says where the curve falls to 0 though others enter", () => {
    const alone = entering(0, 20, [0, 12, ...count(20, () => 12)]);
    expect(told(alone, "few-at-first")?.message).toMatch(
      /with 1 patient observed: the curve falls to 0%, though others enter later\.$/,
    );
  });

  it("is not said where five are observed at the event, where ten never are, nor without delayed entry", () => {
    expect(told2(2, 20)).toBeDefined();
    expect(told2(3, 20)).toBeUndefined();
    expect(told2(0, 8)).toBeUndefined();
    expect(told2(0, 9)).toBeDefined();
    expect(told(fixture([group("A", 30, 30)]), "few-at-first")).toBeUndefined();
  });
});

describe("the warning of subgroups", () => {
  const facet = (label: string) => ({ level: label, label, result: aml });
  const split = (...labels: string[]) => ({
    ...aml,
    multiples: { label: "sex", facets: labels.map(facet), empty: [] },
  });

  it("offers the test of interaction where two small figures are read, and is not said of one or of single curves", () => {
    expect(told(split("male", "female"), "subgroups")?.hint).toContain("(arm × sex)");
    expect(told(split("male"), "subgroups")).toBeUndefined();
    expect(told(aml, "subgroups")).toBeUndefined();
    const single = fixture([group("All", 30, 20)]);
    expect(told({ ...split("male", "female"), groups: single.groups, groupLabel: null }, "subgroups")).toBeUndefined();
  });
});

describe("cautions by the numbers of patients of equal weight", () => {
  const weighted = (weight: (row: number) => number, weightKind: "sampling" | "count") => {
    const rows = count(60, (row) => row);
    return estimateAndTest({
      ...{
        time: Float64Array.from(rows, (row) => 1 + row),
        cause: Uint8Array.from(rows, (row) => (row % 3 === 0 ? 0 : 1)),
      },
      ...{ weight: Float64Array.from(rows, weight), weightKind, group: new Int16Array(60), groupCount: 1 },
    }).curves[0];
  };

  it("are the counts themselves without sampling weights, and the rows at equal ones", () => {
    expect(equalPatients(weighted((row) => 1 + (row % 4), "count"))).toBe(1);
    expect(equalPatients(fixture([group("A", 30, 20)]).groups[0].curve)).toBe(1);
    expect(equalPatients(weighted(() => 5, "sampling"))).toBeCloseTo(0.2, 2);
  });

  it("are fewer than the rows at unequal ones", () => {
    const rows = 60 / count(60, (row) => 1 + (row % 4) ** 2).reduce((sum, each) => sum + each, 0);
    expect(equalPatients(weighted((row) => 1 + (row % 4) ** 2, "sampling"))).toBeLessThan(rows);
  });
});
