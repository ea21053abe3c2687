import { expect, it } from "vitest";
import { emptyBoard } from "../../board/board";
import { kaplanMeierPanel } from "../../board/panelForms/kaplanMeier";
import { comparisonKey } from "./comparisonKey";

it("a comparison is another one with other patients, groups, clock or strata, not with another drawing or title", () => {
  const panel = kaplanMeierPanel({ endpoint: "os", group: { column: "arm" } });
  const key = (changed: object, filters: object[] = []) =>
    comparisonKey({ ...emptyBoard, filters } as typeof emptyBoard, { ...panel, ...changed }).groups;
  for (const same of [
    { title: "Mine" },
    { figure: { ...panel.figure, band: false } },
    { tau: 12 },
    { test: "maxCombo" },
  ])
    expect(key(same)).toBe(key({}));
  const filter = { kind: "values", of: { column: "sex" }, values: ["f"], missing: true };
  const others = [
    key({ endpoint: "pfs" }),
    key({ landmark: 3 }),
    key({ strata: { column: "sex" } }),
    key({}, [filter]),
  ];
  expect(new Set([key({}), ...others]).size).toBe(5);
});
