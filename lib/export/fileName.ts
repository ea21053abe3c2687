/** A file name that every system takes, made of a figure's title: "Overall survival by arm.svg". */
export function fileName(title: string, extension: string): string {
  const clean = title
    .normalize("NFC")
    .replace(/[\p{C}<>:"/\\|?*]+/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[.\s]+|(?<![.\s])[.\s]+$/g, "")
    .slice(0, 100)
    .trim();
  return `${clean || "figure"}.${extension}`;
}

/** The name of a file about the whole board: its title where it has one panel. */
export const boardFileName = ({ panels }: { panels: { title: string }[] }, extension: string): string =>
  fileName((panels.length === 1 && panels[0]?.title) || "survival board", extension);
