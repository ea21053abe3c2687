import { afterEach, describe, expect, it, vi } from "vitest";
import { boardSchema } from "../../lib/board/board";
import exampleBoard from "../../public/example/synthetic-lms-board.json";
import { useStore, type View } from "../store";
import { isNextStep, type Step, stepHere, writeStep } from "./step";

const board = boardSchema.parse(exampleBoard);
const [first, second] = board.panels.map(({ id }) => id);
const state = { ...useStore.getState(), board };
const shown = { ...state, view: { ...state.view, focus: first } };
const showing = (view: Partial<View>) => ({ ...shown, view: { ...shown.view, ...view } });

describe("a step of the browser's history", () => {
  it("is another place, another panel, and Present", () => {
    for (const view of [{ place: "data" as const }, { focus: second }, { slide: 0 }])
      expect(isNextStep(showing(view), shown)).toBe(true);
  });

  it("is no other slide, theme or message", () => {
    expect(isNextStep(showing({ slide: 2 }), showing({ slide: 1 }))).toBe(false);
    expect(isNextStep(showing({ theme: "dark" }), shown)).toBe(false);
    expect(isNextStep(showing({}), shown)).toBe(false);
  });

  it("is nothing that comes with other settings, nor away from a panel that is gone", () => {
    expect(isNextStep({ ...showing({ place: "data" }), board: { ...board } }, shown)).toBe(false);
    expect(isNextStep(showing({ focus: second }), showing({ focus: "gone" }))).toBe(false);
  });
});

describe("the history's entry", () => {
  afterEach(() => vi.unstubAllGlobals());
  const step: Step = { place: "board", focus: "os", slide: null, file: "weird.csv", overPlace: false };

  it("keeps what the router put there, and comes back as it was written", () => {
    const history = {
      state: { __NA: true } as object,
      pushState(entry: object) {
        this.state = entry;
      },
    };
    vi.stubGlobal("history", history);
    expect(stepHere()).toBeNull();
    writeStep(step, "#", "next");
    expect(history.state).toMatchObject({ __NA: true });
    expect(stepHere()).toEqual(step);
  });

  it("stays as it is where the browser takes no more of them", () => {
    vi.stubGlobal("history", {
      state: null,
      pushState() {
        throw new DOMException("100 per 30 seconds", "SecurityError");
      },
    });
    expect(() => writeStep(step, "#", "next")).not.toThrow();
  });
});
