import { describe, expect, it } from "vitest";
import { analyze } from "../analysis/analyze";
import { drawingOf } from "../figure/drawing";
import type { SvgElement } from "../figure/svg";
import { nth } from "../numeric/nth";
import type { ResponseResult } from "../panels/response/result";
import { caption } from "../panels/response/words";
import { shownKinds } from "../panels/shownKinds";
import { example, exampleTable } from "./testing";

const genes = "Gene aberration-related phase I therapy";
const board = {
  ...example,
  panels: example.panels.filter(({ kind }) => kind === "response"),
};
const view = nth(analyze(await exampleTable(), board).panels, 0);
if (view.state !== "ready" || view.result.kind !== "response" || view.panel.kind !== "response")
  throw new Error("blocked");
const result: ResponseResult = view.result;
const { figure } = view.panel;
const place = result.groups.findIndex(({ level }) => level === genes);
const options = (show: typeof figure.show, only: string | null, sort = figure.sort) => ({
  ...figure,
  show,
  only,
  sort,
});

const parts = (node: SvgElement, part: string): SvgElement[] =>
  node.attributes["data-part"] === part
    ? [node]
    : node.children.flatMap((child) => (typeof child === "string" ? [] : parts(child, part)));
const rowsIn = (node: SvgElement): number[] => [
  ...("data-row" in node.attributes ? [Number(node.attributes["data-row"])] : []),
  ...node.children.flatMap((child) => (typeof child === "string" ? [] : rowsIn(child))),
];
function drawn(shown: ReturnType<typeof options>) {
  const { tree } = shownKinds.response.figure(result, shown, { width: 800, height: 600, theme: "light" });
  const count = (part: string) => new Set(parts(tree, part).flatMap(rowsIn)).size;
  const texts = drawingOf(tree).flatMap((shape) =>
    shape.kind === "text" ? [shape.runs.map((run) => run.text).join("")] : [],
  );
  return { bars: count("waterfall"), lanes: count("swimmer"), texts, tree };
}

// Of 75 patients 27 had gene aberration-related therapy.
describe("where one group alone is drawn", () => {
  it("its lanes stand under the bars of all patients, and the figure says whose they are", () => {
    expect(drawn(options("both", null))).toMatchObject({ bars: 75, lanes: 75 });
    const one = drawn(options("both", genes));
    expect(one).toMatchObject({ bars: 75, lanes: 27 });
    expect(one.texts).toContain("Gene-aberration-related, 27 of 75 patients");
    expect(caption(result, options("both", genes))).toContain("Lanes: Gene-aberration-related, 27 of 75 patients.");
    expect(caption(result, options("both", null))).not.toContain("27 of 75");
  });

  it("bars alone, lanes alone and lines are of that group", () => {
    expect(drawn(options("waterfall", genes))).toMatchObject({ bars: 27, lanes: 0 });
    expect(drawn(options("waterfall", null))).toMatchObject({ bars: 75, lanes: 0 });
    expect(drawn(options("swimmer", genes))).toMatchObject({ bars: 0, lanes: 27 });
  });

  it("the words under its bars count its patients: those without a measurement, and those marked", () => {
    const unmeasured = result.each.filter(({ group, change }) => group === place && Number.isNaN(change)).length;
    expect(unmeasured).toBeGreaterThan(0);
    expect(caption(result, options("waterfall", genes))).toContain(`${unmeasured} of 27 patients`);
    expect(caption(result, options("waterfall", null))).toContain("11 of 75 patients");
  });

  it("a group that is not there leaves all", () => {
    expect(drawn(options("swimmer", "Another therapy"))).toMatchObject({ lanes: 75 });
  });

  it("rates, bars and lanes by number are untouched: they are of all groups", () => {
    const { sentence } = shownKinds.response;
    expect(drawn(options("swimmer", genes)).tree.attributes["aria-label"]).toBe(sentence(result));
  });

  it("says that nobody of the group has lanes, not that an endpoint is missing", () => {
    const without: ResponseResult = {
      ...result,
      each: result.each.map((patient) => (patient.group === place ? { ...patient, lane: null } : patient)),
    };
    const { tree } = shownKinds.response.figure(without, options("swimmer", genes), {
      width: 800,
      height: 600,
      theme: "light",
    });
    const texts = drawingOf(tree).flatMap((shape) => (shape.kind === "text" ? shape.runs.map((run) => run.text) : []));
    expect(texts.join(" ")).toContain("Nobody of this group has a known follow-up.");
  });
});

it("the name of a group before its lanes says its place, by which it is chosen, and no cell value", () => {
  const { tree } = drawn(options("swimmer", null, "group"));
  const names = (node: SvgElement): (string | number)[] => [
    ...("data-lanes" in node.attributes ? [nth([node.attributes["data-lanes"] ?? ""], 0)] : []),
    ...node.children.flatMap((child) => (typeof child === "string" ? [] : names(child))),
  ];
  expect(names(tree)).toEqual([0, 1]);
});
