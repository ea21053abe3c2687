import type { Board } from "../../lib/board/board";
import { filterInWords } from "../../lib/cohort/filterWords";
import { type Facts, programName } from "../../lib/export/facts";
import type { Answer } from "../../lib/worker/clientState";
import { version } from "../../package.json";
import { isActive } from "../actions/filters";
import { useStore } from "../store";

/** Where the numbers of an answer come from. A filter on a column that may identify patients is counted, not named. */
export function factsOf({ board, summary, snapshot }: Answer): Facts {
  const { dataset } = useStore.getState();
  const active = board.filters.flatMap((filter, index) =>
    isActive(filter) ? [{ filter, view: snapshot.filters[index] }] : [],
  );
  const open = active.filter(({ filter: { of } }) => !("column" in of && identifies(of.column)));
  const hidden = active.length - open.length;
  return {
    program: programName(version, process.env.COMMIT),
    filters: [
      ...open.map(({ filter, view }) => filterInWords(filter, view)),
      ...(hidden > 0 ? [`${hidden} on columns that may identify patients`] : []),
    ],
    selected: snapshot.patients.selected,
    total: snapshot.patients.total,
    cutoff: cutoffOf(board),
    example: dataset.state === "ready" && dataset.example,
  };

  function identifies(name: string): boolean {
    const said = board.columns.find((choice) => choice.name === name)?.identifying;
    return said ?? summary.columns.some((column) => column.name === name && column.identifying !== null);
  }
}

/** The data cut-offs that the endpoints shown are computed with; null where none states one. */
function cutoffOf({ endpoints, panels }: Board): string | null {
  const shown = endpoints.filter(({ id }) => panels.some(({ endpoint }) => endpoint === id));
  const days = shown.flatMap(({ time }) => {
    if (time?.from !== "rule" || !time.cutoff) return [];
    return ["day" in time.cutoff ? time.cutoff.day : "of each patient’s own"];
  });
  return days.length === 0 ? null : [...new Set(days)].join(", ");
}
