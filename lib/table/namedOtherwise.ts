import { formats } from "./formats";
import { delimited } from "./formats/delimited";
import type { FormatSign } from "./formats/format";
import { heavySigns } from "./formats/heavy";
import { notice } from "./notices/notice";
import type { Table } from "./table";

const signs: readonly FormatSign[] = [delimited, ...formats, ...heavySigns];

/** Says where the name of a file promises another format than it was read as; by content it is never wrong. */
export function namedOtherwise(table: Table, name: string, { label, endings }: FormatSign): Table {
  const ending = /\.([a-z0-9]+)$/i.exec(name.replace(/\.gz$/i, ""))?.[1].toLowerCase() ?? "";
  const promised = signs.find((sign) => sign.endings.includes(ending));
  if (!promised || endings.includes(ending)) return table;
  const message = `“${name}” is named like ${promised.label} and is ${label}; it is read as what it is.`;
  return { ...table, notices: [notice("named-otherwise", 1, message, "Nothing to do."), ...table.notices] };
}
