import { describe, expect, it } from "vitest";
import { figureOptionsSchema } from "../../board/figureOptions";
import { kaplanMeierPanel } from "../../board/panelForms/kaplanMeier";
import { ownCurves } from "../kaplanMeier/drawn";
import { aml, fixture, simulated } from "../kaplanMeier/fixture";
import { shownKinds } from "../shownKinds";
import { captionOf } from "./caption";

const said = (result: typeof aml, asked: object = {}) => {
  const options = figureOptionsSchema.parse(asked);
  return captionOf(ownCurves(result, options), options);
};
const never = { label: "All fail", time: [3, 5, 8], event: [1, 1, 1] };
const some = { label: "Some leave", time: [4, 6, 9], event: [1, 0, 1] };

describe("a caption names the ticks of censored patients", () => {
  it("where there are any", () => expect(said(fixture([never, some]))).toContain("Ticks: censored patients."));

  it.each([
    ["nobody is censored", fixture([never, { ...some, event: [1, 1, 1] }]), {}],
    ["those censored are in a curve that is hidden", fixture([never, some]), { hidden: ["Some leave"] }],
    ["they are past the end of the axis", fixture([never, some]), { end: 5 }],
    ["they are outside of what is looked at", fixture([never, some]), { zoom: [7, 9] }],
    ["they have no ticks", fixture([never, some]), { censorTicks: false }],
  ])("not where %s", (_, result, options) => expect(said(result, options)).not.toContain("Ticks"));

  it("not where they would run together at the size drawn", () => {
    const result = fixture([simulated("Many", 4000, 200, 60), simulated("More", 4000, 200, 60, 2)]);
    const panel = kaplanMeierPanel({ endpoint: "os", group: null });
    const { figure, legend } = shownKinds.kaplanMeier;
    const drawn = (width: number) =>
      figure(result, panel.figure, { width, height: 300, theme: "light", pixelRatio: 8 });
    expect(drawn(400).ticked).toBe(false);
    expect(legend(result, panel, drawn(400))).not.toContain("Ticks");
    expect(legend(aml, panel, figure(aml, panel.figure, { width: 400, height: 300, theme: "light" }))).toContain(
      "Ticks",
    );
  });
});

describe("a caption names what is paler", () => {
  it("where few are at risk somewhere", () =>
    expect(said(aml, { fadeBelow: 10 })).toContain("Bands are paler where fewer than 10 are at risk."));

  it("where fewer are than a fifth of the smallest group, from 3 to 10, unless somebody said how few are few", () => {
    const of = (size: number) => ({
      label: `of ${size}`,
      time: Array.from({ length: size }, (_, place) => place + 1),
      event: Array.from({ length: size }, () => 1),
    });
    const fewest = (...sizes: number[]) => /fewer than (\d+)/.exec(said(fixture(sizes.map(of))))?.[1];
    expect([fewest(12), fewest(27, 48), fewest(400, 300)]).toEqual(["3", "6", "10"]);
  });

  it("and not where there are always enough", () => {
    const many = fixture([
      { label: "Together", time: Array.from({ length: 30 }, () => 5), event: Array.from({ length: 30 }, () => 1) },
    ]);
    expect(said(many)).not.toContain("paler");
    expect(said(aml, { fadeBelow: 0 })).not.toContain("paler");
    expect(said(aml, { band: false })).not.toContain("paler");
  });
});

describe("a caption says what of the axes is not shown", () => {
  it("with both ends of the vertical axis, and that it does not begin at 0", () => {
    expect(said(aml, { yRange: [0.4, 1] })).toContain("The vertical axis shows 40% to 100% and does not begin at 0.");
    expect(said(aml, { yRange: [0, 0.5] })).toContain("The vertical axis shows 0% to 50%.");
    expect(said(aml)).not.toContain("vertical axis");
  });

  it("with times as somebody would write them", () => {
    expect(said(aml, { zoom: [0.1 + 0.2, 35.48000000000001] })).toContain("The time axis shows 0.3 to 35.48 months;");
    expect(said(aml, { end: 12.000000000000002 })).toContain("The time axis is cut at 12 months;");
  });
});
