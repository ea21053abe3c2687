import { expect, it } from "vitest";
import { inGray } from "./inGray";
import { groupColor } from "./palette";
import { element } from "./svg";

it("gray is as light as the color was: black, white and the primary colors of sRGB", () => {
  // Luminance 0.2126, 0.7152 and 0.0722, coded for the screen: 0.4985, 0.8627 and 0.2979 of 255.
  const colors = ["#000000", "#ffffff", "#ff0000", "#00ff00", "#0000ff", "none"];
  const shown = colors.map((fill) => inGray(element("path", { fill })).attributes.fill);
  expect(shown).toEqual(["#000000", "#ffffff", "#7f7f7f", "#dcdcdc", "#4c4c4c", "none"]);
});

it("reaches every line and surface of a figure, and leaves what is no paint", () => {
  const tree = element(
    "svg",
    { "aria-label": "#ff0000" },
    element("g", { stroke: "#00ff00", "stroke-dasharray": "2 1" }),
  );
  expect(inGray(tree)).toEqual(
    element("svg", { "aria-label": "#ff0000" }, element("g", { stroke: "#dcdcdc", "stroke-dasharray": "2 1" })),
  );
});

it("keeps lines of groups dark enough to be seen on paper: contrast of 3 to 1", () => {
  for (let place = 0; place < 12; place++) {
    const gray = String(inGray(element("path", { stroke: groupColor(place, 12, false, "light") })).attributes.stroke);
    const value = Number.parseInt(gray.slice(1, 3), 16) / 255;
    const light = ((value + 0.055) / 1.055) ** 2.4;
    expect(1.05 / (light + 0.05)).toBeGreaterThan(2.95);
  }
});
