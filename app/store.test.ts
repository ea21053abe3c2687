import { describe, expect, it } from "vitest";
import { boardSchema } from "../lib/board/board";
import { asOneStep, changeBoard, setView, undo, useStore } from "./store";

const rows = { title: "8 patients", asked: { of: "rows" as const, rows: [1], columns: [] } };
const over = () => {
  const { column, rows, exporting } = useStore.getState().view;
  return { column, rows, exporting };
};

describe("what lies over a place", () => {
  it("is closed when the place is left, and does not come back with it", () => {
    setView({ place: "data", column: "age", rows, exporting: "pdf" });
    setView({ place: "board" });
    setView({ place: "data" });
    expect(over()).toEqual({ column: null, rows: null, exporting: null });
  });

  it("stays while the place stays, whatever else is looked at", () => {
    setView({ place: "data", column: "age", rows, exporting: "pdf" });
    setView({ place: "data", focus: "os" });
    setView({ theme: "dark" });
    expect(over()).toEqual({ column: "age", rows, exporting: "pdf" });
  });
});

describe("a change of the board", () => {
  const source = { file: null, rows: null, sha256: null };
  const labelled = (label: string) => changeBoard((board) => ({ ...board, columns: [{ name: "arm", label }] }));

  it("is refused with a sentence where the saved board could not be opened again", () => {
    useStore.setState({ board: boardSchema.parse({ meierboard: 3, source }) });
    labelled("x".repeat(2001));
    expect(useStore.getState().board.columns).toEqual([]);
    expect(useStore.getState().view.message?.message).toMatch(/not made.*a text of a board has at most 2,000 letters/);
  });

  it("is made without a word where it could", () => {
    setView({ message: null });
    labelled("x".repeat(2000));
    expect(useStore.getState().board.columns[0].label).toHaveLength(2000);
    expect(useStore.getState().view.message).toBeNull();
  });

  it("is made on a board that could not be saved before it either, so that nobody is locked in", () => {
    useStore.setState({
      board: { ...boardSchema.parse({ meierboard: 3, source }), patientId: "x".repeat(20_001) },
    });
    labelled("Treatment");
    expect(useStore.getState().board.columns[0].label).toBe("Treatment");
  });

  it("made of several is one undo step", () => {
    useStore.setState({ board: boardSchema.parse({ meierboard: 3, source }) });
    useStore.temporal.getState().clear();
    asOneStep(() => {
      labelled("Treatment");
      changeBoard((board) => ({ ...board, patientId: "id" }));
    });
    expect(useStore.getState().board).toMatchObject({ columns: [{ label: "Treatment" }], patientId: "id" });
    undo();
    expect(useStore.getState().board).toMatchObject({ columns: [], patientId: null });
  });
});
