import { drawingOf } from "../figure/drawing";
import { type DrawnFigure, panelDrawings } from "../panels/drawings";
import type { ExportedPanel } from "./exportFormat";
import { type Paper, pixelsPerPoint, printSheet, smallestPt } from "./paper";
import type { Privacy } from "./privacy";

/** A figure laid out for paper, with what is to be known of it. */
export interface PrintFigure extends DrawnFigure {
  /** Of the smallest text, in points. */
  smallestPt: number;
  notes: string[];
}

/** The panel's result and options that are on the screen, laid out again at the paper's own size. */
export function printFigure({ panel, title, result }: ExportedPanel, paper: Paper, privacy: Privacy): PrintFigure {
  const options = { ...panel.figure, title, ...(privacy.ticks ? {} : { censorTicks: false }) };
  const figure = panelDrawings[panel.kind].figure(result, options, printSheet(paper));
  const sizes = drawingOf(figure.tree).flatMap((shape) =>
    shape.kind === "text" ? shape.runs.map(({ size }) => size / pixelsPerPoint) : [],
  );
  const smallest = Math.round(Math.min(...sizes) * 10) / 10;
  const notes = figure.problems.map(({ message }) => message);
  if (smallest < smallestPt)
    notes.push(`The smallest text has ${smallest} pt; journals ask for at least ${smallestPt}.`);
  return { ...figure, smallestPt: smallest, notes };
}
