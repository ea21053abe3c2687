import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { boardFrom } from "../../../lib/cohort/testing";
import { inFigureUnit } from "../../../lib/panels/inFigureUnit";
import { unitsOf } from "../../../lib/panels/timeUnit";
import { TimeSetting } from "./TimeSetting";

const endpoint = { id: "os", label: "OS", time: { from: "column", column: "t", unit: "days" }, event: null };
const panel = { id: "p", kind: "kaplanMeier", endpoint: "os", landmark: 730.5, figure: { unit: "years" } };

describe("a time of a panel whose figure has another unit than its endpoint", () => {
  const board = boardFrom({ endpoints: [endpoint], panels: [panel] });
  const [shown] = board.panels;
  if (shown?.kind !== "kaplanMeier") throw new Error("no panel");
  const unit = unitsOf(shown, board);

  it("is typed and shown in the unit of the figure, which the field names, and means what is computed", () => {
    const field = { label: "Landmark at", hint: "", unit, value: shown.landmark, onTime: () => undefined };
    const html = renderToStaticMarkup(createElement(TimeSetting, field));
    expect(html).toContain('value="2"');
    expect(html).toMatch(/Landmark at, years/);
    expect(html).not.toContain("days");
    expect(inFigureUnit(shown, board).landmark).toBe(2);
  });

  it("stands as it is kept where the figure has no unit of its own", () => {
    const own = { ...shown, figure: { ...shown.figure, unit: null } };
    const field = { label: "x", hint: "", unit: unitsOf(own, board), value: 730.5, onTime: () => undefined };
    expect(renderToStaticMarkup(createElement(TimeSetting, field))).toMatch(/value="730.5".*days/);
  });
});
