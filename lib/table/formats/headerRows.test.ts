import { describe, expect, it } from "vitest";
import { headerRows } from "./headerRows";

const rows = (...lines: string[]) => lines.map((line) => line.split(","));
const body = rows("P1,A,5.5,1,7.5,0", "P2,B,6.5,0,8.5,1", "P3,A,7.5,1,9.5,1", "P4,B,7.5,1,9.5,1");
const names = (line: string) => line.split(",");

describe("the rows of a header", () => {
  it("are two where groups stand above names that come again or say nothing alone", () => {
    const found = headerRows(names("Patient,,PFS,,OS,"), names("id,arm,months,event,months,event"), body);
    expect(found).toEqual({
      names: ["id", "arm", "PFS months", "PFS event", "OS months", "OS event"],
      above: true,
      below: 0,
      joined: false,
    });
    expect(headerRows(names(",,PFS,,OS,"), names("id,arm,time,status,months,dead"), body).names).toEqual(
      names("id,arm,PFS time,PFS status,OS months,dead"),
    );
  });

  it("are two where the lower fills what the upper leaves empty", () => {
    const lower = rows(",,months,event,months,event");
    expect(headerRows(null, names("id,arm,PFS,,OS,"), [...lower, ...body])).toEqual({
      names: ["id", "arm", "PFS months", "PFS event", "OS months", "OS event"],
      above: false,
      below: 1,
      joined: true,
    });
  });

  it("are one below a title, a line of notes, or a line as full as the names", () => {
    for (const title of ["Table 1: patients,,,,,", "n = 4,,as of,2021,,", "a,b,c,d,e,f"])
      expect(headerRows(names(title), names("id,arm,pfs,prog,os,dead"), body)).toMatchObject({
        above: false,
        below: 0,
      });
  });

  it("may be three, of names, labels and identifiers, as TCGA and questionnaires write them", () => {
    const more = rows(
      "id,arm,progression_days,progression,os_days,death",
      "CDE_ID:1,CDE_ID:,CDE_ID:2,,CDE_ID:3,CDE_ID:4",
    );
    expect(headerRows(null, names("id,arm,pfs,prog,os,dead"), [...more, ...body])).toMatchObject({
      below: 2,
      joined: false,
    });
    expect(headerRows(null, names("id,arm,pfs,prog,os,dead"), body).below).toBe(0);
  });

  it("have units below the names, which are no names", () => {
    const units = rows(",,months,0/1 (no),months,yes or no");
    expect(headerRows(null, names("id,arm,pfs,prog,os,dead"), [...units, ...body])).toMatchObject({
      names: names("id,arm,pfs,prog,os,dead"),
      below: 1,
      joined: false,
    });
  });
});
