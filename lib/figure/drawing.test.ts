import { expect, it } from "vitest";
import { drawingOf } from "./drawing";
import { element, group } from "./svg";

it("what is made smaller has its letters, lines and dashes made smaller with it", () => {
  const tree = group(
    { transform: "translate(10,20) scale(0.5)" },
    element("path", { d: "M0,0L8,0", stroke: "#000000", "stroke-width": 4, "stroke-dasharray": "6 2" }),
    element("text", { x: 4, y: 6, "font-size": 12 }, "a"),
  );
  expect(drawingOf(tree)).toMatchObject([
    { outline: [{ to: [[10, 20]] }, { to: [[14, 20]] }], paint: { strokeWidth: 2, dash: [3, 1] } },
    { x: 12, y: 23, angle: 0, runs: [{ text: "a", size: 6 }] },
  ]);
});
