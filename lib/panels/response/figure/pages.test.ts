import { describe, expect, it } from "vitest";
import { metricsOf } from "../../sheet/sheet";
import { lanePage, lanePitch } from "./pages";

const metrics = metricsOf({ width: 600, height: 400, theme: "light" });

describe("the lanes of a figure", () => {
  it("are all on one page where nothing limits it, each as high as is comfortable", () => {
    expect(lanePage(500, null, 0, metrics)).toEqual({ from: 0, to: 500, pitch: lanePitch(metrics), pages: 1 });
  });

  it("become lower before they go to another page", () => {
    expect(lanePage(40, { first: 400, further: 600 }, 0, metrics)).toEqual({ from: 0, to: 40, pitch: 10, pages: 1 });
    expect(lanePage(10, { first: 400, further: 600 }, 0, metrics).pitch).toBe(lanePitch(metrics));
  });

  it("are each on exactly one page, in their order", () => {
    for (const count of [45, 75, 200, 201, 1000]) {
      const free = { first: 150, further: 380 };
      const { pages } = lanePage(count, free, 0, metrics);
      const rows = Array.from({ length: pages }, (_, number) => lanePage(count, free, number, metrics)).flatMap(
        ({ from, to }) => Array.from({ length: to - from }, (_, place) => from + place),
      );
      expect(rows).toEqual(Array.from({ length: count }, (_, row) => row));
    }
  });

  it("take a page each where there is hardly room, and never none", () => {
    expect(lanePage(3, { first: -20, further: 5 }, 2, metrics)).toMatchObject({ from: 2, to: 3, pages: 3 });
  });
});
