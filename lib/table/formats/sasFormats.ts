/** Whether a format of SAS shows a number as a day or as a moment. */
export function shownAs(format: string): "day" | "moment" | "other" {
  if (/^(DATETIME|DATEAMPM|E8601D[TNZX]|B8601D[TNZX]|IS8601D[TNZ]|MDYAMPM|DTDATE)/.test(format)) return "moment";
  return /^(DATE|DAY|DDMMYY|MMDDYY|YYMMDD|YYMM|YYQ|MMYY|MONYY|JULIAN|WEEKDATE|WORDDATE|E8601DA|B8601DA|IS8601DA|NLDATE)/.test(
    format,
  )
    ? "day"
    : "other";
}
