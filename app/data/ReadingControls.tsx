"use client";

import type { Board } from "../../lib/board/board";
import { counted } from "../../lib/format";
import type { Reading } from "../../lib/table";
import { answerQuestion } from "../actions/mapping";
import { none, worded } from "../controls/choices";
import { Labeled } from "../controls/Labeled";
import { Select } from "../controls/Select";
import styles from "./ReadingControls.module.css";

const encodings: Record<string, string> = {
  "utf-8": "UTF-8",
  "windows-1252": "Windows-1252 (Western European)",
  "iso-8859-15": "ISO 8859-15 (Western European)",
  macintosh: "Mac Roman",
  "windows-1250": "Windows-1250 (Central European)",
  "windows-1251": "Windows-1251 (Cyrillic)",
  "windows-1253": "Windows-1253 (Greek)",
  "windows-1254": "Windows-1254 (Turkish)",
  "koi8-r": "KOI8-R (Cyrillic)",
  ibm866: "IBM 866 (Cyrillic)",
  gb18030: "GB 18030 (Chinese)",
  big5: "Big5 (Chinese)",
  shift_jis: "Shift-JIS (Japanese)",
  "euc-jp": "EUC-JP (Japanese)",
  "euc-kr": "EUC-KR (Korean)",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16, big-endian",
};

const separators: Record<string, string> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "upright bar",
  " ": "blank",
  ":": "colon",
  "~": "tilde",
  "^": "caret",
};

const decimals: Record<string, string> = { ".": "point (1.5)", ",": "comma (1,5)" };

/** How the file was read. Every choice can be changed, which reads the file again; undo takes it back. */
export function ReadingControls({ reading, board }: { reading: Reading; board: Board }) {
  const { format, packed, sheets, sheet, accented } = reading;
  const said = board.source.reading;
  const text = format === "delimited";
  return (
    <div className={styles.reading}>
      <p className="quiet">
        {formatInWords(reading)}
        {packed !== null && `, unpacked from ${packed === "gzip" ? "gzip" : "a ZIP archive"}`}.
        {(text || format === "workbook" || sheets.length > 1) && " A change reads the file again."}
      </p>
      <div className={styles.fields}>
        {sheets.length > 1 && (
          <Named
            label={oneOfSeveral(reading)}
            value={sheet ?? ""}
            names={Object.fromEntries(sheets.map((name) => [name, name]))}
            found={said.sheet === undefined}
            onValue={(value) => answerQuestion({ sheet: value })}
          />
        )}
        {text && (
          <>
            <Named
              label="Encoding"
              value={reading.encoding}
              names={encodings}
              found={said.encoding === undefined}
              onValue={(encoding) => answerQuestion({ encoding })}
            />
            <Named
              label="Separator"
              value={reading.separator}
              names={separators}
              found={said.separator === undefined}
              onValue={(separator) => answerQuestion({ separator })}
            />
          </>
        )}
        {(text || format === "workbook") && (
          <>
            <Named
              label="Decimal mark"
              value={reading.decimal}
              names={decimals}
              found={said.decimal === undefined}
              onValue={(decimal) =>
                answerQuestion({ decimal: decimal === undefined ? undefined : decimal === "," ? "," : "." })
              }
            />
            <HeaderLine reading={reading} found={said.header === undefined} />
            {said.lastLine !== undefined && (
              <Named
                label="The table ends"
                value={String(said.lastLine)}
                names={{ [said.lastLine]: said.lastLine === 0 ? "where the file does" : `at line ${said.lastLine}` }}
                found={false}
                onValue={(line) => answerQuestion({ lastLine: line === undefined ? undefined : Number(line) })}
              />
            )}
          </>
        )}
        {text && (
          <Named
            label="Quotation marks"
            value={said.quotes ?? "round"}
            names={{ round: "stand round cells", literal: "are ordinary characters" }}
            found={said.quotes === undefined}
            onValue={(quotes) => answerQuestion({ quotes: quotes === "literal" ? "literal" : undefined })}
          />
        )}
        {said.turned !== undefined && (
          <Named
            label="Patients stand"
            value={String(said.turned)}
            names={{ true: "in columns", false: "in rows" }}
            found={false}
            onValue={(turned) => answerQuestion({ turned: turned === undefined ? undefined : turned === "true" })}
          />
        )}
        {said.stacked && said.stacked.length > 0 && (
          <Named
            label="Sheets put together"
            value="stacked"
            names={{ stacked: said.stacked.join(", ") }}
            found={false}
            onValue={(stacked) => stacked === undefined && answerQuestion({ stacked: undefined })}
          />
        )}
      </div>
      {accented.length > 0 && (
        <figure className={styles.accented}>
          <figcaption className="quiet">
            Lines with letters beyond ASCII; they look wrong in a wrong encoding:
          </figcaption>
          {accented.map((line) => (
            <code key={line}>{line}</code>
          ))}
        </figure>
      )}
      <Preamble reading={reading} />
    </div>
  );
}

/** One of a few ways, with the one that was found and whether it was found or chosen. */
function Named({
  label,
  value,
  names,
  found,
  onValue,
}: {
  label: string;
  value: string;
  names: Record<string, string>;
  found: boolean;
  onValue: (value: string | undefined) => void;
}) {
  const choices = worded(names).map((choice) =>
    found && choice.value === value ? { ...choice, label: `${choice.label} · found` } : choice,
  );
  return (
    <Labeled label={label}>
      <Select<string | null>
        value={value}
        choices={found ? choices : [none("find out from the file"), ...choices]}
        unlisted={value}
        onValue={(chosen) => onValue(chosen ?? undefined)}
      />
    </Labeled>
  );
}

const shownLines = 12;

/** The line with the column names: those about the one that was read, or none. */
function HeaderLine({ reading, found }: { reading: Reading; found: boolean }) {
  const line = reading.format === "workbook" ? "row" : "line";
  const last = Math.max(shownLines, reading.header + 3);
  const lines = Array.from({ length: last }, (_, index) => index + 1);
  return (
    <Named
      label="Column names"
      value={String(reading.header)}
      names={{
        0: "in no line",
        ...Object.fromEntries(lines.map((each) => [each, `in ${line} ${each}`])),
      }}
      found={found}
      onValue={(header) => answerQuestion({ header: header === undefined ? undefined : Number(header) })}
    />
  );
}

function Preamble({ reading }: { reading: Reading }) {
  const lines = reading.preamble.map((text, index) => ({ text, number: index + 1 })).filter(({ text }) => text.trim());
  if (lines.length === 0) return null;
  return (
    <details className={styles.preamble}>
      <summary>{counted(lines.length, "line")} before the table</summary>
      <ol>
        {lines.map(({ text, number }) => (
          <li key={number} value={number}>
            {text.slice(0, 200)}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** What a file has several of; the tables of an archive are files. */
function oneOfSeveral({ format, packed }: Reading): string {
  if (packed === "zip") return "File";
  return format === "workbook" ? "Sheet" : format === "transport" ? "Data set" : "Table";
}

function formatInWords({ format }: Reading): string {
  switch (format) {
    case "delimited":
      return "Delimited text";
    case "workbook":
      return "Workbook";
    case "parquet":
      return "Parquet file";
    case "transport":
      return "SAS transport file";
    case "spss":
      return "SPSS data file";
    case "stata":
      return "Stata data file";
    case "sas":
      return "SAS data set";
    case "r":
      return "R data file";
    case "json":
      return "JSON document";
  }
}
