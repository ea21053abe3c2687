import type * as Word from "docx";
import type { LeftOut } from "../../cohort/ledger";
import { counted, formatCount } from "../../format";
import { shownKinds } from "../../panels/shownKinds";
import type { ExportedPanel } from "../exportFormat";
import { type Facts, ledgerInWords, withheld } from "../facts";
import { heldBackBy, type Privacy } from "../privacy";

/** Boxes from the file to those analyzed: at each step who remains, and who was left out before it and why. */
export interface Flow {
  steps: { remain: string; leftOut: string[] }[];
  /** The groups analyzed, each as its lines; one for a panel without groups is none. */
  groups: string[][];
}

/**
 * The patients of a panel from the file on: assessed, left out by reason, analyzed by group. Null where a count is to be
 * held back, and where the steps do not add up because rows stand for several patients or patients for several rows.
 */
export function flowOf({ panel, result, ledger }: ExportedPanel, facts: Facts, privacy: Privacy): Flow | null {
  if (!ledger) return null;
  const groups = shownKinds[panel.kind].inCuts(result);
  const lines: readonly LeftOut[] = result.leftOut;
  const leftOut = lines.filter(({ ofRows = false }) => !ofRows);
  const unselected = facts.total - facts.selected;
  const sum = leftOut.reduce((total, { count }) => total + count, 0);
  const inGroups = groups.reduce((total, { n }) => total + n, 0);
  if (facts.total !== ledger.patients || facts.selected - sum !== result.patients) return null;
  if (result.setting.intervals || (groups.length > 0 && inGroups !== result.patients)) return null;
  const fewest = heldBackBy(privacy)?.fewest ?? null;
  const shown = [
    unselected,
    ...leftOut.map(({ count }) => count),
    ...groups.flatMap(({ n, events }) => [n, events, n - events]),
  ];
  if (fewest !== null && shown.some((count) => count > 0 && count < fewest)) return null;
  const merged = ledger.merged.count > 0 ? [`${counted(ledger.merged.count, "row")} ${ledger.merged.reason}`] : [];
  const steps = [
    { remain: `${counted(ledger.patients, "patient")} in the file`, leftOut: merged },
    ...(unselected > 0
      ? [
          {
            remain: `${counted(facts.selected, "patient")} kept by the filters`,
            leftOut: [`${formatCount(unselected)} not kept by the filters (${facts.filters.join("; ")})`],
          },
        ]
      : []),
    {
      remain: `${counted(result.patients, "patient")} analyzed`,
      leftOut: leftOut.map(({ count, reason }) => `${formatCount(count)} ${reason}`),
    },
  ];
  const each = groups.map(({ label, n, events }) => [label, counted(n, "patient"), counted(events, "event")]);
  return { steps, groups: each.length > 1 ? each : [] };
}

/** The same in sentences, or that it is held back. */
export const flowInWords = ({ result, ledger }: ExportedPanel, facts: Facts): string =>
  ledger ? ledgerInWords(ledger, result, facts) : withheld;

/** More groups than these stand below each other in one box. */
const mostAbreast = 4;

/** The flow as boxes that Word edits like any table: who remains on the left, who was left out on the right. */
export function flowTables(word: typeof Word, { steps, groups }: Flow, clean: (text: string) => string) {
  const rule = { style: word.BorderStyle.SINGLE, size: 6, color: "000000" };
  const none = { style: word.BorderStyle.NONE, size: 0, color: "auto" };
  const boxed = { top: rule, bottom: rule, left: rule, right: rule };
  const open = { top: none, bottom: none, left: none, right: none };
  const cell = (lines: readonly string[], width: number, box: boolean, left = false, span = 1) =>
    new word.TableCell({
      borders: box ? boxed : open,
      columnSpan: span,
      width: { size: width, type: word.WidthType.DXA },
      verticalAlign: word.VerticalAlignTable.CENTER,
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      children: (lines.length === 0 ? [""] : lines).map(
        (line) =>
          new word.Paragraph({
            keepNext: true,
            spacing: { after: 0 },
            alignment: left ? word.AlignmentType.LEFT : word.AlignmentType.CENTER,
            children: [new word.TextRun({ text: clean(line) })],
          }),
      ),
    });
  const widths = [4400, 600, 4400];
  const [main = 0, between = 0, side = 0] = widths;
  const row = (children: Word.TableCell[]) => new word.TableRow({ cantSplit: true, children });
  const empty = (width: number) => cell([], width, false);
  const table = (columnWidths: number[], rows: Word.TableRow[]) =>
    new word.Table({
      width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: word.WidthType.DXA },
      columnWidths,
      layout: word.TableLayoutType.FIXED,
      alignment: word.AlignmentType.CENTER,
      borders: { ...open, insideHorizontal: none, insideVertical: none },
      rows,
    });
  const rows = steps.flatMap(({ remain, leftOut }, at) => {
    const beside =
      leftOut.length > 0
        ? [cell([at === 0 ? "←" : "→"], between, false), cell(leftOut, side, true, true)]
        : [empty(between), empty(side)];
    const down = row([cell(["↓"], main, false), ...(at === 0 ? [empty(between), empty(side)] : beside)]);
    if (at === 0) return [row([cell([remain], main, true), ...beside])];
    return [down, row([cell([remain], main, true), empty(between), empty(side)])];
  });
  if (groups.length === 0) return [table(widths, rows)];
  const abreast = groups.length <= mostAbreast;
  const boxes = abreast ? groups : [groups.map(([label, ...counts]) => `${label}: ${counts.join(", ")}`)];
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const gap = 200;
  const width = Math.floor((whole - gap * (boxes.length - 1)) / boxes.length);
  const places = boxes.flatMap((_, at) => (at === 0 ? [width] : [gap, width]));
  const inPlaces = (made: (box: readonly string[]) => Word.TableCell) =>
    row(boxes.flatMap((box, at) => (at === 0 ? [made(box)] : [empty(gap), made(box)])));
  return [
    table(widths, rows),
    table(places, [inPlaces(() => cell(["↓"], width, false)), inPlaces((box) => cell(box, width, true, !abreast))]),
  ];
}
