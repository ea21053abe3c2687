import type { PanelView } from "../analysis/analyze";
import type { Board } from "../board/board";
import type { Ledger } from "../cohort/ledger";
import type { SvgElement } from "../figure/svg";
import type { ShownPanel } from "../panels/result";
import type { DataSet } from "./dataSet/dataSet";
import type { Facts } from "./facts";
import type { Fonts } from "./fonts";
import type { Paper } from "./paper";
import type { Pictures } from "./pictures";
import type { Privacy } from "./privacy";

/** A panel with its result, as it is on the screen. */
export type ExportedPanel = ShownPanel & {
  /** The title of its figure. */
  title: string;
  /** Null where it is withheld, because small groups that were left out could be computed from it. */
  ledger: Ledger | null;
};

/** The panels that have a result, in their order. */
export const exportedPanels = (views: readonly PanelView[]): ExportedPanel[] =>
  views.flatMap((view) => (view.state === "ready" ? [{ ...view, title: view.heading }] : []));

/** What is exported: results and options that are on the screen, and the paper they are laid out on again. */
export interface ExportRequest {
  /** The panel in focus. */
  shown: ExportedPanel;
  /** All panels of the board that have a result, in its order. */
  panels: ExportedPanel[];
  /** Sentences that name the panels that are not in the file, with why. */
  without: readonly string[];
  paper: Paper;
  privacy: Privacy;
  facts: Facts;
  /** The board whose panels these are, small groups left out or merged as the user chose. */
  board: Board;
  dataSet: () => Promise<DataSet>;
  fonts: () => Promise<Fonts>;
  /** Null where there is no browser: then no image of pixels, and a PDF shows boxes for characters its font lacks. */
  pictures: Pictures | null;
}

export interface Written {
  files: { name: string; content: Blob }[];
  /** What the reader must know of the files: what was left out, drawn otherwise or is below a limit. */
  notes: string[];
}

/**
 * How a file looks that is no figure alone: its slides or drawn pages, the page that it is, or the text of its table, as CSV,
 * with its name where it is one of several; null where it has none.
 */
export type Preview =
  | { kind: "slides"; each: "Slide" | "Page"; slides: SvgElement[] }
  | { kind: "page"; body: string; style: string }
  | { kind: "table"; text: string | null; file?: string };

/** One way to save; its file is one line of the registry. */
export interface ExportFormat {
  id: string;
  label: string;
  /** What it is good for, in a few words. */
  about: string;
  /** Where the menu lists it. */
  section: "Figure" | "Numbers" | "Whole board";
  /** What the dialog asks for. */
  asks: readonly ("width" | "dpi" | "letters")[];
  /** What can be held back from it. */
  holds: readonly ("ticks" | "wholeMonths" | "cut")[];
  /** Read by programs: its numbers are written plainly, whatever the board says of how they are written. */
  forMachines?: true;
  /** The result is copied rather than saved. */
  toClipboard?: boolean;
  /** What the file will show, made from what will be written; missing: the figure on its paper. */
  preview?(request: ExportRequest): Promise<Preview>;
  write(request: ExportRequest): Promise<Written>;
}
