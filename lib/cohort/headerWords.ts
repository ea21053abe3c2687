/** Lower case without accents: "Décès" is "deces", "yaşıyor" is "yasiyor", "zmarł" is "zmarl". */
export const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("ı", "i")
    .replaceAll("ł", "l")
    .replaceAll("ß", "ss");

/** A column name as words: "OS.time", "osTime" and "os_time" are " os time ". */
export function headerWords(name: string): string {
  const apart = name.replace(/([a-z\d])([A-Z])/g, "$1 $2").toLowerCase();
  const plain = apart.normalize("NFKD").replace(/\p{M}/gu, "");
  return ` ${plain.replace(/[^\p{L}\d]+/gu, " ").trim()} `;
}
