import { describe, expect, it } from "vitest";
import { boardSchema, type Panel } from "../board/board";
import { exportFormats } from "./index";
import { paperOfWidth } from "./paper";
import { printFigure } from "./printFigure";
import { openPrivacy } from "./privacy";
import { example, exampleTable, requestFor, says, textOf } from "./testing";
import { legendText } from "./words";

// Of the example the seven patients of the risk group ≥3 are few.
const table = await exampleTable();
const byScore = example.panels.find(({ id }) => id === "os-score") as Panel & { kind: "kaplanMeier" };
const request = (figure: object = {}) =>
  requestFor(
    table,
    boardSchema.parse({ ...example, filters: [], panels: [{ ...byScore, figure: { ...byScore.figure, ...figure } }] }),
  );
const message = "Few patients or events in “≥3” (7 patients, 7 events).";
const hint = "Read the curve and median with care: one more event would move them far.";
const caption = "Few patients or events in ≥3 (7 patients, 7 events).";
const plain = (text: string) => text.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

describe("what the screen says is to be read with care", () => {
  it.each(["report", "pptx", "docx"])("stands in %s, with what to do, and not where it is left out", async (id) => {
    expect(plain(await textOf(id, request()))).toSatisfy((text: string) => text.includes(`${message} ${hint}`));
    const without = plain(await textOf(id, request({ withoutCautions: ["group-small"] })));
    expect(without).not.toSatisfy((text: string) => text.includes("Few patients or events in"));
  });

  it("stands in the legend and under the figure, also under the user's own words and once", () => {
    const said = (figure: object = {}) => legendText(request(figure).shown);
    expect(said()).toContain(caption);
    expect(said({ caption: "Our cohort." })).toContain(`Our cohort. ${caption}`);
    expect(said({ caption: `Our cohort. ${caption}` }).split(caption)).toHaveLength(2);
    expect(said({ withoutCautions: ["group-small"] })).not.toContain("Few patients");
    const drawn = (figure: object) =>
      JSON.stringify(printFigure(request(figure).shown, paperOfWidth(183), openPrivacy).tree);
    expect(drawn({ caption: "Our cohort." })).toContain("Few patients or events");
    expect(drawn({ caption: "" })).not.toContain("Few patients or events");
  });
});

describe("every file", () => {
  // Pictures of pixels, which only a browser writes: their figure says it.
  const pixels = ["png", "clipboard", "tiff"];

  it.each(exportFormats.map(({ id }) => id).filter((id) => !pixels.includes(id)))(
    "“%s” says by what, on which day and with which settings it was made",
    async (id) => {
      const { facts } = request();
      expect(facts.settings).toMatch(/^[0-9a-f]{12}$/);
      const text = await textOf(id, request());
      expect(says(text, `Meierboard 1.2.3, 2026-11-29, settings ${facts.settings}.`)).toBe(true);
    },
  );

  it("has the definition of the score whose groups it shows", async () => {
    expect(plain(await textOf("report", request()))).toSatisfy((text: string) =>
      /Risk score: [^:]*hemoglobin &lt; 10/i.test(text),
    );
  });
});
