import { strToU8, zipSync } from "fflate";
import { counted } from "../format";
import type { DataSet } from "./dataSet/dataSet";
import type { ExportFormat } from "./exportFormat";
import { rScript } from "./rScript/rScript";

const dataFile = "meierboard-data.csv";
const scriptFile = "meierboard-script.R";

const rowsInData = ({ rows, patients }: DataSet) =>
  rows === patients
    ? `One row for each of the ${counted(patients, "patient")} that the filters select.`
    : `${counted(rows, "row")} that the filters select, for ${counted(patients, "patient")}.`;

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
  holds: ["wholeMonths"],
  async write({ panels, facts, dataSet, privacy }) {
    const data = await dataSet();
    const unheld = panels.every(({ ledger }) => ledger !== null);
    const script = rScript(data, facts, dataFile, { wholeMonths: privacy.wholeMonths, counted: unheld });
    const packed = zipSync({ [dataFile]: strToU8(data.csv), [scriptFile]: strToU8(script.text) });
    return {
      files: [{ name: "meierboard-data.zip", content: new Blob([packed], { type: "application/zip" }) }],
      notes: [
        ...data.notes,
        `${rowsInData(data)} Unpack both files into one folder and run the script there.`,
        `R computes again what the script names: ${script.compares}`,
      ],
    };
  },
};
