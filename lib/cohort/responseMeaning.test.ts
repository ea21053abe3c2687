import { describe, expect, it } from "vitest";
import { proposedResponse, usualResponse } from "./responseMeaning";

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
  ])("“%s” is %s, as GDC, TCGA, REDCap and spreadsheets write it", (word, category) => {
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
  ])("“%s” is asked about", (word) => {
    expect(usualResponse(word)).toBeNull();
  });

  it("that needs a decision has a proposal with its reason, and one that nobody knows has none", () => {
    expect(proposedResponse("iUPD")).toMatchObject({ as: "PD" });
    expect(proposedResponse("Minor response")).toMatchObject({ as: "SD" });
    expect(proposedResponse("wonderful")).toBeNull();
  });
});
