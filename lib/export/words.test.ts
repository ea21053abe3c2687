import { describe, expect, it } from "vitest";
import { boardFrom } from "../cohort/testing";
import { htmlReport } from "./htmlReport";
import { openPrivacy } from "./privacy";
import { example, exampleTable, requestFor } from "./testing";
import { htmlTable, legendText, methodsText, resultsText, statisticsTable, tabbed } from "./words";

const request = requestFor(await exampleTable(), example);
const { shown, facts } = request;

describe("the words of a panel", () => {
  it("say what was found, as a results section does", () => {
    expect(resultsText(shown)).toContain(
      "Median overall survival was 19.9 months (95% CI, 11.1–53.1) for risk score 0 (13 events among 22 patients)",
    );
    expect(resultsText(shown)).toMatch(
      /; log-rank P < \.001; trend P < \.001\. Compared with risk score 0 \(reference\), the hazard ratio was \d/,
    );
    // No mark stands round a group, and none inside another.
    for (const each of request.panels.filter(({ panel }) => panel.kind === "kaplanMeier"))
      expect(resultsText(each)).not.toMatch(/[“”"]|\([^()]*\(/);
  });

  it("say how it was computed, from whom and by what", () => {
    const text = methodsText(shown, facts);
    expect(text).toContain("two-sided log-rank test");
    expect(text).toContain("75 rows in the file; 75 usable patients.");
    expect(text).toMatch(/Computed with Meierboard 1\.2\.3 \(research use\)\. References: .+\.$/);
  });

  it("name the figure and who is in it", () => {
    expect(legendText(shown)).toMatch(
      /^Overall survival by risk score\. 75 patients, 62 events \(0, n = 22; 1–2, n = 46; ≥3, n = 7\)\./,
    );
  });
});

describe("a report's legend", () => {
  const captions = (ticks: boolean) => {
    const { text } = htmlReport({ ...request, privacy: { ...openPrivacy, ticks } }, "AAAA");
    return [...text.matchAll(/<figcaption>(.*?)<\/figcaption>/gs)].map(([, caption]) => caption);
  };

  it("names the ticks of censored patients where they are drawn", () => {
    expect(captions(true).join()).toContain("Ticks: censored patients.");
  });

  it("and not where they are held back", () => {
    expect(captions(false).length).toBeGreaterThan(0);
    expect(captions(false).join()).not.toContain("Ticks");
  });
});

describe("the statistics as a table to paste", () => {
  it("has a line per group and one per comparison, with tabs for a spreadsheet", () => {
    const lines = tabbed(statisticsTable(shown)).split("\n");
    expect(lines[0]).toBe("Group\tn\tEvents\tMedian, months (95% CI)");
    expect(lines[2]).toMatch(/^1–2\t46\t42\t7\.6 \(3\.4–13\.7\)$/);
  });

  it("makes neither a formula of a name nor a date of a range, and no markup of either", () => {
    const table = {
      caption: "<i>",
      header: ["Group", "n"],
      rows: [
        ["=1+1", "22"],
        ["1–2", "<b>&"],
      ],
    };
    expect(tabbed(table)).toBe("Group\tn\n'=1+1\t22\n1–2\t<b>&");
    const html = htmlTable(table);
    expect(html).toMatch(/mso-number-format:'\\@'">=1\+1</);
    expect(html).toMatch(/<td style="[^"]*vertical-align:top">22</);
    expect(html).toContain("&lt;b&gt;&amp;");
    expect(html).not.toContain("<i>");
  });
});

it("a table of patients is copied with names of levels set in and those above them bold, without spaces of its own", async () => {
  const panel = {
    id: "p",
    kind: "characteristics",
    group: { column: "arm" },
    rows: [{ of: { column: "primary_site" } }],
  };
  const board = boardFrom({ columns: example.columns, panels: [panel] });
  const html = htmlTable(statisticsTable(requestFor(await exampleTable(), board).shown));
  expect(html).toMatch(/padding-left:0em;font-weight:bold[^>]*>Primary site</);
  expect(html).toMatch(/padding-left:1.2em[^>]*>uterine</);
  expect(html).not.toContain("\u2003");
});
