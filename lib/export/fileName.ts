/** A file name that every system takes, made of a figure's title: "Overall survival by arm.svg". */
export function fileName(title: string, extension: string): string {
  const clean = title
    .normalize("NFC")
    .replace(/[\p{C}<>:"/\\|?*]+/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[.\s]+|[.\s]+$/g, "")
    .slice(0, 100)
    .trim();
  return `${clean || "figure"}.${extension}`;
}
