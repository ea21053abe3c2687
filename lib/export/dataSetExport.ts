import { strToU8, zipSync } from "fflate";
import { counted, plainWriting, writtenAs } from "../format";
import type { DataSet } from "./dataSet/dataSet";
import type { ExportFormat } from "./exportFormat";

const dataFile = "meierboard-data.csv";
const scriptFile = "meierboard-script.R";
const dictionaryFile = "meierboard-dictionary.csv";

const rowsInData = ({ rows, patients }: DataSet) =>
  rows === patients
    ? `One row for each of the ${counted(patients, "patient")} that the filters select.`
    : `${counted(rows, "row")} that the filters select, for ${counted(patients, "patient")}.`;

/** Scripts are no part of what loads first. */
export const loadScripts = () => import("./scripts");

/**
 * The patients behind the board without what identifies them, and beside them the script that computes them again in R
 * and counts what it compares.
 */
export const dataSetExport: ExportFormat = {
  id: "data",
  label: "Data set and R script",
  about:
    "Study numbers, endpoints, groups and scores, and a script that computes them again in R and counts what it compares",
  section: "Whole board",
  asks: [],
  forMachines: true,
  holds: ["wholeMonths"],
  preview: async ({ dataSet }) => ({ kind: "table", text: (await dataSet()).csv, file: dataFile }),
  async write({ panels, facts, dataSet, privacy, without }) {
    const data = await dataSet();
    const { programsOf, rScript } = await loadScripts();
    const unheld = panels.every(({ ledger }) => ledger !== null);
    const held = { wholeMonths: privacy.wholeMonths, counted: unheld, without };
    const { script, programs } = writtenAs(plainWriting, () => ({
      script: rScript(data, facts, dataFile, held),
      programs: programsOf(data, facts, dataFile),
    }));
    const packed = zipSync({
      ...Object.fromEntries([...programs].map(([name, text]) => [name, strToU8(text)])),
      [dataFile]: strToU8(data.csv),
      [dictionaryFile]: strToU8(data.dictionary),
      [scriptFile]: strToU8(script.text),
    });
    return {
      files: [{ name: "meierboard-data.zip", content: new Blob([packed], { type: "application/zip" }) }],
      notes: [
        ...data.notes,
        `${rowsInData(data)} Unpack the files into one folder and run the script there; the dictionary says what each column is.`,
        `R computes again what the script names: ${script.compares}`,
        ...(programs.size > 0
          ? [
              "Beside it are short programs of the Kaplan–Meier panels for R, Python (lifelines), SAS and Stata; those for Python, SAS and Stata were not run by us.",
            ]
          : []),
      ],
    };
  },
};
