import { unescapedText } from "./cellText";
import { walkXml } from "./xml";

/** The shared texts of a workbook; phonetic guides are no part of them. */
export function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let phonetic = false;
  walkXml(xml, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") phonetic = true;
      else if (name === "t") inText = !phonetic;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === "t") inText = false;
      else if (name === "rPh") phonetic = false;
      else if (name === "si") strings.push(unescapedText(text));
    },
  });
  return strings;
}
