import { describe, expect, it } from "vitest";
import { dateStyle } from "./dateStyle";
import { dayToIso } from "./dates";
import { type DateShape, dateShape, dayOf } from "./dateText";

const shapes = (texts: string[]) => texts.map((text) => dateShape(text) as DateShape);
const read = (texts: string[], given = {}) => {
  const { style } = dateStyle(shapes(texts), given);
  return shapes(texts).map((shape) => dayToIso(dayOf(shape, style)));
};

describe("dateStyle", () => {
  it("takes the order that some day beyond twelve proves", () => {
    expect(dateStyle(shapes(["03/04/2020", "28/04/2020"]))).toMatchObject({ order: "proven", style: { order: "dmy" } });
    expect(dateStyle(shapes(["03/04/2020", "04/28/2020"]))).toMatchObject({ order: "proven", style: { order: "mdy" } });
    expect(read(["03/04/2020", "04/28/2020"])).toEqual(["2020-03-04", "2020-04-28"]);
  });

  it("leaves open what nothing proves, and what is proven both ways", () => {
    expect(dateStyle(shapes(["03/04/2020", "05/06/2021"])).order).toBe("open");
    expect(dateStyle(shapes(["13/04/2020", "04/28/2020"])).order).toBe("mixed");
    expect(dateStyle(shapes(["03/03/2020", "05/05/2021"])).order).toBe("stated");
    expect(dateStyle(shapes(["2020-03-04", "5 Jun 2021"])).order).toBe("stated");
  });

  it("judges dates with another mark apart: one hand proves nothing of the other", () => {
    const both = ["13.01.2019", "25.02.2019", "04/05/2019", "02/03/2019"];
    expect(dateStyle(shapes(both)).order).toBe("open");
    expect(read(both, { order: "mdy" })).toEqual(["2019-01-13", "2019-02-25", "2019-04-05", "2019-02-03"]);
    expect(read(both, { order: "dmy" })).toEqual(["2019-01-13", "2019-02-25", "2019-05-04", "2019-03-02"]);
    const proven = ["13.01.2019", "05.02.2019", "04/25/2019", "02/03/2019"];
    expect(dateStyle(shapes(proven)).order).toBe("proven");
    expect(read(proven)).toEqual(["2019-01-13", "2019-02-05", "2019-04-25", "2019-02-03"]);
    expect(dateStyle(shapes([...proven, "13/01/2019"])).order).toBe("mixed");
    expect(dateStyle(shapes(["13.01.2019", "04/04/2019"])).order).toBe("proven");
  });

  it("proves nothing by a day that does not exist in either order", () => {
    expect(dateStyle(shapes(["03/04/2020", "31/31/2020"])).order).toBe("open");
  });

  it("reads two-digit years as one span that ends by 2030", () => {
    expect(read(["03/15/45", "07/22/38", "12/31/29", "01/13/70"])).toEqual([
      "1945-03-15",
      "1938-07-22",
      "1929-12-31",
      "1970-01-13",
    ]);
    expect(read(["03/15/21", "07/22/17"])).toEqual(["2021-03-15", "2017-07-22"]);
    expect(read(["15.3.98", "22.7.03"])).toEqual(["1998-03-15", "2003-07-22"]);
    expect(read(["15.3.98"], { centuryFrom: 2000 })).toEqual(["2098-03-15"]);
  });
});

describe("dateShape", () => {
  it("recognises the ways in which cohort files write days", () => {
    const texts = [
      "2020-03-04",
      "2020/3/4",
      "2020-03-04T23:30:00+05:00",
      "4-Mar-2020",
      "04MAR2020",
      "March 4, 2020",
      "4. März 2020",
      "04MAR2020:10:15:00",
    ];
    expect(read(texts)).toEqual(texts.map(() => "2020-03-04"));
  });

  it("keeps a date as written in every time zone", () => {
    expect(read(["2021-03-28 02:30", "2020-12-31T23:59:59Z", "2020-12-31T23:59:59-11:00"])).toEqual([
      "2021-03-28",
      "2020-12-31",
      "2020-12-31",
    ]);
  });

  it("does not roll over days that do not exist", () => {
    expect(read(["2021-02-30", "31-Apr-2021", "2021-13-01"])).toEqual(["", "", ""]);
  });

  it("knows partial dates as such", () => {
    expect(
      ["2020-03", "Mar 2020", "03/2020", "2020-UN-UN", "UN-Mar-2020"].map((text) => dateShape(text)?.kind),
    ).toEqual(Array(5).fill("partial"));
  });

  it("takes no number, code or text for a date", () => {
    const texts = [
      "2020",
      "20200304",
      "43830",
      "1.5",
      "Arm 1",
      "12-34",
      "900-46-4488",
      "may",
      "4 marbles 2020",
      "1/2",
      "1-2-3-2020",
      "",
    ];
    expect(texts.filter((text) => dateShape(text) !== null)).toEqual([]);
    expect(dateShape("20200304", true)).toMatchObject({ year: 2020, month: 3, day: 4 });
  });
});
