import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { boardFrom, tableFrom } from "../cohort/testing";
import { exportFormats } from "./index";
import { requestFor } from "./testing";

/** What cells, headers and labels may hold that another program, or the page, could take for an order. */
const attacks = [
  "<script>attack()</script>",
  '"><img src=x onerror=attack()>',
  "'/><svg/onload=attack()>",
  "javascript:attack()",
  "]]><script>attack()</script>",
  "--></style></title><script src=//evil.example>",
  '=HYPERLINK("https://evil.example","x")',
  "+cmd|' /C calc'!A0",
  "@SUM(1)",
  "-1+attack()",
  "\n=attack()",
  "\uff1dattack()",
  "a\u0001\u0007\u001b[31m\u007f\u0085b",
  "\u202egnp.exe\u2066",
  "\ud800\ufffe\u2028",
  "__proto__",
  "constructor",
  '"); system("attack"); ("',
  "'; /* */ attack() //\\",
];

const before = Object.getOwnPropertyNames(Object.prototype);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** A cohort whose group, event and covariate, their headers, and every label of the board are attacks. */
async function hostile(turn: number) {
  const of = (place: number) => attacks[(place + turn) % attacks.length] as string;
  const [group, event] = [`${of(3)} arm`, `${of(7)} died`];
  const arms = [0, 1, 2, 3, 4, 5].map((place) => of(place * 3));
  const rows = Array.from({ length: 72 }, (_, row) =>
    [
      `${of(0)}${row}`,
      arms[row % 6] as string,
      `${1 + ((row * 7) % 41)}`,
      `${row % 3 ? of(1) : of(2)}!`,
      `${40 + (row % 30)}`,
    ].map(quoted),
  );
  const header = ["id", group, "months", event, of(5)].map(quoted);
  const table = await tableFrom([header, ...rows].map((cells) => cells.join()).join("\n"));
  const names = table.columns.map(({ name }) => name);
  const values = table.columns[3]?.written?.levels ?? [];
  expect(values).toHaveLength(2);
  const endpoint = {
    ...{ id: "os", label: of(4), time: { from: "column", column: "months", unit: "months" } },
    event: { column: names[3], coding: values.map((value, at) => ({ value, as: at ? "event" : "censored" })) },
  };
  const board = boardFrom({
    patientId: "id",
    endpoints: [endpoint],
    columns: [{ name: names[1], label: of(6), unit: "" }],
    panels: [
      {
        id: "cox",
        kind: "regression",
        endpoint: "os",
        terms: [{ id: "g", of: { column: names[1] }, coding: { kind: "levels", reference: null } }],
      },
      { id: "who", kind: "characteristics", group: { column: names[1] }, rows: [{ of: { column: names[4] } }] },
      { id: "km", kind: "kaplanMeier", endpoint: "os", group: { column: names[1] }, title: of(8) },
    ],
  });
  return requestFor(table, board);
}

const markup = /<(?![!?/])[^>]*>/g;
/** The tags of a file as they are without the texts of their attributes. */
const tags = (text: string) => (text.match(markup) ?? []).map((tag) => tag.replace(/"[^"]*"|'[^']*'/g, '""'));
/** What no XML can hold: control characters, halves of surrogate pairs, and two that are none. */
const forbiddenInXml = /(?![\t\n\r\u007f-\u009f])\p{Cc}|\p{Cs}|[\ufffe\uffff]/u;

function expectHarmless(name: string, text: string) {
  if (/\.(svg|html|xml|rels)$/.test(name)) {
    expect(text).not.toMatch(forbiddenInXml);
    for (const tag of tags(text)) expect(tag).not.toMatch(/^<script|^<img|^<iframe|^<object|\son\w+=/i);
    expect(text).not.toMatch(/(href|src|target)\s*=\s*["'](?:javascript|https?:\/\/evil)/i);
    expect(text).not.toContain('TargetMode="External"');
  } else if (/\.csv$/.test(name)) {
    const cells = text.split(/\r\n/).flatMap((line) => line.match(/"(?:[^"]|"")*"|[^,"]+/g) ?? []);
    for (const cell of cells) {
      const bare = cell.replace(/^"/, "");
      if (/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(bare)) expect(Number(bare), cell).not.toBeNaN();
    }
  } else if (/\.pdf$/.test(name)) {
    expect(text).not.toMatch(/\/(JavaScript|JS|OpenAction|Launch|URI|AA|EmbeddedFile)\b/);
  }
}

describe.each(exportFormats.filter(({ id }) => !["png", "clipboard", "tiff"].includes(id)))(
  "what is saved as $label of a cohort whose every name and cell is an attack",
  (format) => {
    it.each([0, 4, 9, 13])("runs nothing, asks for nothing and is well written (%d)", async (turn) => {
      const request = await hostile(turn);
      for (const shown of request.panels) {
        const { files } = await format.write({ ...request, shown });
        for (const { name, content } of files) {
          expect(name).not.toMatch(/[\p{C}<>:"/\\|?*]/u);
          const bytes = new Uint8Array(await content.arrayBuffer());
          const packed = bytes[0] === 0x50 && bytes[1] === 0x4b;
          for (const [part, inside] of Object.entries(packed ? unzipSync(bytes) : { [name]: bytes }))
            expectHarmless(part, strFromU8(inside, part.endsWith(".pdf")));
        }
      }
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    });
  },
);
