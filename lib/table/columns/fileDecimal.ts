import type { ColumnBuilder } from "./columnBuilder";
import type { ColumnKind, ColumnTexts } from "./columnKind";
import { markOf } from "./numberMode";

/** The decimal mark that most number columns prove; null when none does. */
export function fileDecimal(
  columns: readonly { builder: ColumnBuilder; cells: ColumnTexts; kind: ColumnKind }[],
): "." | "," | null {
  const proven = columns.map(({ builder, cells, kind }) =>
    kind.kind === "number" ? provenDecimal(builder, cells, kind) : null,
  );
  const points = proven.filter((mark) => mark === ".").length;
  const commas = proven.filter((mark) => mark === ",").length;
  if (points + commas === 0) return null;
  return commas > points ? "," : ".";
}

function provenDecimal(
  { mark, decimal }: ColumnBuilder,
  { texts }: ColumnTexts,
  kind: ColumnKind & { kind: "number" },
): "." | "," | null {
  if (mark === "proven") return decimal;
  const { style, rivals } = kind.style;
  if (rivals.length > 0) return null;
  if (style.thousands === ",") return ".";
  if (style.thousands === ".") return ",";
  return texts.some((text) => /^[-+\u2212]?\d*[.,]\d/.test(text) && markOf(text, style.decimal) === "proven")
    ? style.decimal
    : null;
}

/**
 * Settles a column whose marks all stand before three digits, so that "1,234" may be little or much. A point is a
 * decimal point and a comma what the other columns prove; against them, or without any, it is asked.
 */
export function settleMark(kind: ColumnKind, proven: "." | "," | null): ColumnKind {
  if (kind.kind !== "number" || kind.style.rivals.length === 0) return kind;
  const { style, rivals } = kind.style;
  if (style.decimal === (proven ?? ".")) return kind;
  if (style.decimal === "," && proven === ".")
    return { ...kind, style: { ...kind.style, style: rivals[0], rivals: [] } };
  return { kind: "category", why: "text", open: { question: "numberMark", style: kind.style } };
}
