import type { CellStyle } from "./cellText";
import { walkXml } from "./xml";

/** Built-in number formats that show a day. Source: ECMA-376 part 1, 18.8.30, and the East Asian ones listed there. */
const builtIn = new Set([14, 15, 16, 17, 22, ...range(27, 31), 34, 35, 36, ...range(50, 58)]);

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** How each cell style of the workbook shows numbers. */
export function cellStyles(xml: string): CellStyle[] {
  const custom = new Map<number, string>();
  const styles: CellStyle[] = [];
  let inCellFormats = false;
  walkXml(xml, {
    open(name, attribute) {
      if (name === "numFmt") custom.set(Number(attribute("numFmtId")), attribute("formatCode") ?? "");
      if (name === "cellXfs") inCellFormats = true;
      if (name === "xf" && inCellFormats) {
        const format = Number(attribute("numFmtId") ?? 0);
        const code = custom.get(format);
        const day = code === undefined ? builtIn.has(format) : showsDay(code);
        const percent = code === undefined ? format === 9 || format === 10 : code.includes("%");
        styles.push(day ? "day" : percent ? "percent" : "other");
      }
    },
    close(name) {
      if (name === "cellXfs") inCellFormats = false;
    },
  });
  return styles;
}

/** Whether a format code shows a day: y or d, or a month by name, outside quoted words, colors and locales. */
export function showsDay(code: string): boolean {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[[^\]]*(?:\]|$)/g, "")
    .split(";")[0];
  return /[yd]|mmm/i.test(bare) && !/general/i.test(bare);
}
