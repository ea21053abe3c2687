import { counted, formatCount } from "../format";
import { notice, quoted } from "./notices/notice";
import type { Notice } from "./table";

/**
 * Column names out of header cells, all different: outer blanks are cut, a nameless column is called after its place
 * ("Column 4"), and a name that was taken gets the next free number ("age", "age (2)").
 */
export function headerNames(cells: string[]): { names: string[]; notices: Notice[] } {
  const written = cells.map((cell) => cell.trim());
  const taken = new Set<string>();
  const times = new Map<string, number>();
  const names = written.map((name, index) => {
    const wanted = name === "" ? `Column ${index + 1}` : name;
    let number = (times.get(wanted) ?? 0) + 1;
    let free = number === 1 ? wanted : `${wanted} (${number})`;
    while (taken.has(free)) free = `${wanted} (${++number})`;
    times.set(wanted, number);
    taken.add(free);
    return free;
  });
  return { names, notices: [...duplicateNotice(written), ...emptyNotice(written), ...longNotice(written)] };
}

function duplicateNotice(written: string[]): Notice[] {
  const times = new Map<string, number>();
  for (const name of written) if (name !== "") times.set(name, (times.get(name) ?? 0) + 1);
  const columns = [...times.keys()].filter((name) => (times.get(name) ?? 0) > 1);
  const count = columns.reduce((sum, name) => sum + (times.get(name) ?? 0), 0);
  if (count === 0) return [];
  const message = `${formatCount(count)} columns share ${columns.length === 1 ? "the name" : "the names"} ${quoted(columns)}; they are numbered.`;
  return [
    notice("duplicate-header", count, message, "Rename the columns in the file if the numbers confuse.", { columns }),
  ];
}

function emptyNotice(written: string[]): Notice[] {
  const columns = written.flatMap((name, index) => (name === "" ? [`Column ${index + 1}`] : []));
  const count = columns.length;
  if (count === 0) return [];
  const message = `${counted(count, "column")} without a name, called by place: ${quoted(columns)}.`;
  return [notice("empty-header", count, message, "Name them in the file.", { columns })];
}

function longNotice(written: string[]): Notice[] {
  const columns = written.filter((name) => name.length > 200);
  const count = columns.length;
  if (count === 0) return [];
  const message = `${counted(count, "column name")} of more than 200 characters, shown shortened.`;
  return [notice("header-long", count, message, "Check that this line is the header.", { columns })];
}
