import { describe } from "vitest";
import { springs, withX } from "./check";

const x = (facts: string) => ({ x: facts });

describe("a column of dates", () => {
  springs([
    {
      it: "has no 30 February and no 29 in common years",
      file: withX("30/02/2021", "31/04/2021", "29/02/2020", "29/02/2021", "13/01/2020"),
      columns: x("date 8 0 12"),
      unparsed: { x: ["30/02/2021", "31/04/2021", "29/02/2021"] },
      says: { "impossible-date": 12, "date-order-inferred": 1 },
    },
    {
      it: "keeps to the Gregorian centuries",
      file: withX("1900-02-29", "2000-02-29", "2100-02-29"),
      columns: x("date 7 0 13"),
      unparsed: { x: ["1900-02-29", "2100-02-29"] },
    },
    {
      it: "counts partial dates apart",
      file: withX("2021", "2021-03", "Mar 2021", "UN-MAR-2021", "2020-01-02", "2019-12-31", "2021-05-06", "2021-07-08"),
      columns: x("date 8 0 12"),
      says: { "partial-date": 12 },
    },
    {
      it: "is text where every date is a month, until it is said which day stands for it",
      file: withX("2021-03", "2020-11"),
      columns: x("category 20 0 0"),
      says: { "month-without-day": 20 },
    },
    {
      it: "is asked about where no day is beyond 12",
      file: withX("03/04/2020", "12/01/2019"),
      columns: x("category 20 0 0"),
      says: { "date-order-open": 20 },
    },
    {
      it: "is asked about where both orders are proven",
      file: withX("13/04/2020", "12/25/2019"),
      columns: x("category 20 0 0"),
      says: { "date-order-open": 20 },
    },
    {
      it: "is asked about where years have two digits",
      file: withX("13/04/20", "25/12/19"),
      columns: x("date 20 0 0"),
      says: { "two-digit-year": 20 },
    },
    {
      it: "keeps the day as written, whatever the zone",
      file: withX("2021-03-28 02:30", "2021-03-28T23:59:59", "2021-03-28T00:00:00Z", "2021-03-28T23:30:00+02:00"),
      columns: x("date 20 0 0"),
      says: { "time-of-day-dropped": 15 },
    },
    {
      it: "reads American clocks",
      file: withX("4/13/2020 2:30 PM", "12/25/2019 11:59 am"),
      columns: x("date 20 0 0"),
      says: { "time-of-day-dropped": 20 },
    },
    {
      it: "reads months in words of several languages",
      file: withX("13 Apr 2020", "25. Dezember 2019", "1 octobre 2021", "2 août 2020", "March 2, 2020", "02MAR2020"),
      columns: x("date 20 0 0"),
    },
    { it: "reads Japanese dates", file: withX("2020年4月13日", "2019年12月25日"), columns: x("date 20 0 0") },
    {
      it: "reads compact dates with a time",
      file: withX("20200413T023000", "20191225T000000Z"),
      columns: x("date 20 0 0"),
      says: { "time-of-day-dropped": 10 },
    },
    {
      it: "asks about eight digits, and names the impossible ones once they are dates",
      file: withX("20200413", "20191225"),
      columns: x("number 20 0 0"),
      says: { "eight-digit-dates": 20 },
    },
    {
      it: "asks about days of spreadsheets, with times of day among them",
      file: withX("43934.5", "43824", "44470"),
      columns: x("number 20 0 0"),
      says: { "excel-serial-dates": 20 },
    },
    {
      it: "reads days of spreadsheets and written dates together once told",
      file: withX("43934", "43824", "2020-03-02"),
      options: { columns: [{ name: "x", kind: "date", serial: 1900 }] },
      columns: x("date 20 0 0"),
    },
    {
      it: "names the words among its dates",
      file: withX("2020-04-13", "lost", "2019-12-25", "unknown", "2021-10-01"),
      columns: x("date 12 4 4"),
      unparsed: { x: ["lost"] },
      says: { "unparseable-dates": [2, 7, 12, 17] },
    },
    {
      it: "has no day zero",
      file: withX("0000-00-00", "2019-12-25", "2021-10-01"),
      columns: x("date 13 0 7"),
      unparsed: { x: ["0000-00-00"] },
    },
    { it: "is none where no such day exists", file: withX("35-77-2020", "41-99-2021"), columns: x("category 20 0 0") },
    { it: "is none of clock times", file: withX("12:30", "08:15"), columns: x("category 20 0 0") },
  ]);
});
