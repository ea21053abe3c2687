import { dateStyle } from "./numberStyle";

const months = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

/** A day written 2021-06-30 as the board writes days: so, "30 June 2021" or "June 30, 2021". Other texts stay. */
export function dateInWords(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  const name = months[Number(month) - 1];
  const style = dateStyle();
  if (style === "iso" || name === undefined) return iso;
  return style === "dayMonth" ? `${Number(day)} ${name} ${year}` : `${name} ${Number(day)}, ${year}`;
}
