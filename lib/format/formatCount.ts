import { plainDecimals } from "./decimals";
import { numberStyle } from "./numberStyle";

/** A count with thousands set off, "1,234,567"; a sum of weights that is no whole number has one decimal. */
export function formatCount(count: number): string {
  const { thousands, groupedFrom, decimal } = numberStyle();
  const [whole = "", rest] = plainDecimals(count, Number.isInteger(count) ? 0 : 1).split(".");
  const grouped = whole.replace("−", "").length < groupedFrom ? whole : whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return rest === undefined ? grouped : `${grouped}${decimal}${rest}`;
}

/** "1 patient", "75 patients". */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}
