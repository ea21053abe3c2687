import { plainWriting, writtenAs } from "../../format";
import type { NumberTable } from "../../panels/report";
import { csvText } from "../csvExport";
import type { ExportedPanel, ExportFormat, ExportRequest } from "../exportFormat";
import { madeBy, selectionInWords } from "../facts";
import { fileName } from "../fileName";
import type { estimatesOf as Of } from "./estimates";

/** Spreadsheets read a file that begins with it as UTF-8. */
const byteOrderMark = "\uFEFF";

/** Every number of the board with what it is of, one a line: panel, endpoint, estimand, group, reference, time, method. */
export const tidyExport: ExportFormat = {
  id: "tidy",
  label: "CSV, one number a line",
  about: "All panels: what each number is, of whom, against whom, when and by which method",
  section: "Whole board",
  asks: [],
  forMachines: true,
  holds: [],
  preview: async (request) => ({ kind: "table", text: await textOf(request) }),
  async write(request) {
    const content = new Blob([byteOrderMark, await textOf(request)], { type: "text/csv;charset=utf-8" });
    return {
      files: [{ name: fileName("meierboard numbers", "csv"), content }],
      notes: [
        "Shares are of 1; the unit is that of the time, and of an estimate that is a time or a rate; NA where there is no number.",
      ],
    };
  },
};

async function textOf({ panels, facts }: ExportRequest): Promise<string> {
  const { estimatesOf } = await loadEstimates();
  return writtenAs(plainWriting, () => {
    const table = tidyTable(panels, estimatesOf);
    // The same for all lines, as in the other tables: who passes on a part of them passes it on too.
    const population = selectionInWords(
      facts,
      panels.every(({ ledger }) => ledger !== null),
    );
    return csvText({
      header: [...table.header, "population", "program"],
      rows: table.rows.map((row) => [...row, population, madeBy(facts)]),
    });
  });
}

/** What it is made by is no part of what loads first. */
export const loadEstimates = () => import("./estimates");

/** The lines of all panels. */
export function tidyTable(panels: readonly ExportedPanel[], estimatesOf: typeof Of): NumberTable {
  return {
    header: [
      ...["panel", "endpoint", "estimand", "group", "reference", "time", "unit", "estimate", "lower", "upper"],
      ...["level", "P", "method", "df", "subgroup", "of"],
    ],
    rows: panels.flatMap((each, place) =>
      estimatesOf(each).map((line) => [
        ...[
          `${place + 1}. ${each.title}`,
          line.endpoint,
          line.estimand,
          line.group,
          line.reference,
          line.time,
          line.unit,
        ],
        ...[line.estimate, line.lower, line.upper, line.level, line.p, line.method, line.df, line.subgroup, line.cause],
      ]),
    ),
  };
}
