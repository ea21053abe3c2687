import { describe, expect, it } from "vitest";
import { legacyEncoding } from "./legacyEncoding";

/** The text in an encoding of single bytes. */
function encoded(text: string, label: string): Uint8Array {
  const letters = [...new TextDecoder(label).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))];
  return Uint8Array.from(text, (letter) => letters.indexOf(letter));
}

describe("letters that stand alone among ASCII letters", () => {
  it.each([
    ["windows-1254", "hasta;grup;yaş\n1;ışın ağır;altmış\n2;ilaç yağlı;kırk beş\n3;ışın sığ;yaşlı\n"],
    ["windows-1250", "pacient;skupina\n1;příznivá\n2;těžká\n3;žádná léčba\n4;ředěný\n"],
    ["windows-1252", "Fall;Gruppe\n1;größer\n2;früh\n3;spät\n"],
  ])("are taken for %s", (label, text) => {
    expect(legacyEncoding(encoded(text, label))).toBe(label);
  });
});

describe("letters that make up whole words", () => {
  it.each([
    ["windows-1251", "номер;группа\n1;контроль\n2;лечение\n"],
    ["koi8-r", "номер;группа\n1;контроль\n2;лечение\n"],
    ["ibm866", "номер;группа\n1;контроль\n2;лечение\n"],
    ["windows-1253", "αριθμός;ομάδα\n1;μάρτυρες\n2;θεραπεία\n"],
  ])("are taken for %s", (label, text) => {
    expect(legacyEncoding(encoded(text, label))).toBe(label);
  });
});
