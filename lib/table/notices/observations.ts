import { counted, formatCount } from "../../format";
import type { ReadColumn } from "../columns/readColumn";
import type { Notice } from "../table";
import { notice, quoted } from "./notice";
import { strangeTexts } from "./strangeTexts";
import { summaryNotices } from "./tableEnd";
import { textColumns } from "./textColumns";

/**
 * What a column holds, seen without knowing what it means: nothing, one value, too many, or one value in several
 * spellings.
 */
export function observations(columns: readonly ReadColumn[], rows: number): Notice[] {
  return [
    ...size(columns, rows),
    ...emptyAndConstant(columns),
    ...manyCategories(columns, rows),
    ...labelVariants(columns),
    ...strangeTexts(columns),
    ...textColumns(columns),
    ...summaryNotices(columns, rows),
  ];
}

function size(columns: readonly ReadColumn[], rows: number): Notice[] {
  const made: Notice[] = [];
  if (rows < 10)
    made.push(notice("few-rows", rows, `The file has only ${counted(rows, "row")}.`, "Check that it is complete."));
  if (columns.length > 500) {
    made.push(
      notice(
        "wide-table",
        columns.length,
        `The file has ${counted(columns.length, "column")}.`,
        "Use the search field to find yours.",
      ),
    );
  }
  return made;
}

function emptyAndConstant(columns: readonly ReadColumn[]): Notice[] {
  const different = ({ builder, texts }: ReadColumn) => (builder.values ? texts.plain : texts.texts.length);
  const empty = columns.filter(({ texts }) => texts.filled === 0).map(({ name }) => name);
  const constant = columns
    .filter((column) => different(column) === 1 && column.texts.filled > 1)
    .map(({ name }) => name);
  const made: Notice[] = [];
  if (empty.length > 0) {
    const message = `${counted(empty.length, "column")} without any value: ${quoted(empty)}.`;
    made.push(notice("all-missing-column", empty.length, message, "Nothing to do.", { columns: empty }));
  }
  if (constant.length > 0) {
    const message = `${counted(constant.length, "column")} with one value throughout: ${quoted(constant)}.`;
    made.push(notice("constant-column", constant.length, message, "Nothing to do.", { columns: constant }));
  }
  return made;
}

function manyCategories(columns: readonly ReadColumn[], rows: number): Notice[] {
  return columns.flatMap(({ column, name }) => {
    if (column.kind !== "category") return [];
    const count = column.written.levels.length;
    if (count <= 50 || count > 0.8 * rows) return [];
    const message = `“${name}” has ${formatCount(count)} different values, more than a figure can show.`;
    return [
      notice("many-categories", count, message, "Group by another column, or keep the most frequent values.", {
        columns: [name],
      }),
    ];
  });
}

/** Spellings that differ only in case, blanks or Unicode form; for columns of few values. Nothing is merged. */
function labelVariants(columns: readonly ReadColumn[]): Notice[] {
  return columns.flatMap((column) => {
    if (column.column.kind !== "category" || column.column.written.levels.length > 200) return [];
    const groups = new Map<string, string[]>();
    for (const text of spellings(column))
      groups.set(spellingKey(text), [...(groups.get(spellingKey(text)) ?? []), text]);
    const variants = [...groups.values()].filter((texts) => texts.length > 1);
    if (variants.length === 0) return [];
    const count = variants.reduce((sum, texts) => sum + texts.length, 0);
    const shown = variants.slice(0, 3).map((texts) => quoted(texts, 4));
    const message = `“${column.name}” writes ${counted(variants.length, "value")} in ${formatCount(count)} ways: ${shown.join("; ")}.`;
    return [
      notice("label-variants", count, message, "Merge the spellings if they mean the same.", {
        columns: [column.name],
      }),
    ];
  });
}

const spellingKey = (text: string) => text.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();

/** The texts of the cells with their outer blanks. */
function spellings({ texts, builder }: ReadColumn): string[] {
  const trimmedAway = new Map<string, number>();
  for (const [cell, times] of builder.untrimmed)
    trimmedAway.set(cell.trim(), (trimmedAway.get(cell.trim()) ?? 0) + times);
  const plain = texts.texts.filter((text, index) => texts.counts[index] > (trimmedAway.get(text) ?? 0));
  return [...plain, ...builder.untrimmed.keys()];
}
