import { describe, expect, it } from "vitest";
import { changeColumns, responseColumns } from "./proposeResponse";
import { proposedResponse, usualResponse } from "./responseMeaning";
import { tableSummary } from "./tableSummary";
import { tableFrom } from "./testing";

describe("a word of response", () => {
  it.each([
    ["CR-Complete Response", "CR"],
    ["PR-Partial Response", "PR"],
    ["SD-Stable Disease", "SD"],
    ["PD-Progressive Disease", "PD"],
    ["Complete Remission/Response", "CR"],
    ["Partial Remission/Response", "PR"],
    ["Partial response (PR)", "PR"],
    ["1: CR", "CR"],
    ["Stable_Disease", "SD"],
    ["Teilremission", "PR"],
    ["Not Evaluable", "NE"],
    ["Réponse complète", "CR"],
    ["reponse partielle", "PR"],
    ["Maladie stable", "SD"],
    ["RESPUESTA PARCIAL", "PR"],
    ["Enfermedad estable", "SD"],
    ["Risposta completa", "CR"],
    ["Malattia stabile", "SD"],
    ["Doença estável", "SD"],
    ["Progressão da doença", "PD"],
    ["complete remissie", "CR"],
    ["progressie", "PD"],
    ["完全缓解", "CR"],
    ["部分缓解(PR)", "PR"],
    ["疾病进展", "PD"],
    ["完全奏効", "CR"],
    ["安定", "SD"],
    ["評価不能", "NE"],
  ])("“%s” is %s, as GDC, TCGA, REDCap and spreadsheets of several languages write it", (word, category) => {
    expect(usualResponse(word)).toBe(category);
  });

  it.each([
    "PR-Progressive Disease",
    "CR, then PD",
    "Unknown",
    "No Response",
    "TF-Tumor Free",
    "pr stable",
    "responder",
    "RC",
    "RP",
    "MP",
    "EE",
    "進行",
  ])("“%s” is asked about", (word) => {
    expect(usualResponse(word)).toBeNull();
  });

  it("that needs a decision has a proposal with its reason, and one that nobody knows has none", () => {
    expect(proposedResponse("iUPD")).toMatchObject({ as: "PD" });
    expect(proposedResponse("RC")).toMatchObject({ as: "CR", why: expect.stringContaining("French") });
    expect(proposedResponse("EE")).toBeNull();
    expect(proposedResponse("Minor response")).toMatchObject({ as: "SD" });
    expect(proposedResponse("wonderful")).toBeNull();
  });
});

describe("a bare word", () => {
  it("is asked about, and tells a column of responses only where the header does", async () => {
    const found = async (header: string) =>
      responseColumns(tableSummary(await tableFrom(`id,${header}\nA,Complete\nB,Partial\nC,Partial\nD,Progressive\n`)));
    expect(usualResponse("Complete")).toBeNull();
    expect(proposedResponse("Partial")).toMatchObject({ as: "PR" });
    expect(await found("Response")).toEqual(["Response"]);
    expect(await found("Resection")).toEqual([]);
    expect(usualResponse("POD")).toBe("PD");
  });
});

describe("the column of best change", () => {
  it("may be called response, where its numbers go below 0", async () => {
    const columns = async (values: string) => changeColumns(tableSummary(await tableFrom(`id,Response\n${values}\n`)));
    expect(await columns("A,-100\nB,13\nC,-23")).toEqual(["Response"]);
    expect(await columns("A,1\nB,0\nC,1")).toEqual([]);
  });

  it("may have a cell that cannot be, which the panel tells, where its header says percent", async () => {
    const columns = async (header: string, values: string) =>
      changeColumns(tableSummary(await tableFrom(`id,${header}\n${values}\n`)));
    expect(await columns("best_change_pct", "A,-145\nB,-10\nC,40")).toEqual(["best_change_pct"]);
    expect(await columns("best_change_mm", "A,-145\nB,-10\nC,40")).toEqual([]);
    expect(await columns("best_change_pct", "A,145\nB,10\nC,40")).toEqual([]);
  });
});
