import type { ExportFormat } from "./exportFormat";
import { rScript } from "./rScript/rScript";

const dataFile = "meierboard-data.csv";
const scriptFile = "meierboard-script.R";

/** The patients behind the board without what identifies them, and the script that computes every number again in R. */
export const dataSetExport: ExportFormat = {
  id: "data",
  label: "Data set and R script",
  about: "Study numbers, endpoints, groups and scores, and a script that computes every number again in R",
  section: "Whole board",
  asks: [],
  holds: ["wholeMonths"],
  async write({ board, facts, dataSet, privacy }) {
    const data = await dataSet();
    const script = rScript(board, data, facts, dataFile, privacy.wholeMonths);
    return {
      files: [
        { name: dataFile, content: new Blob([data.csv], { type: "text/csv;charset=utf-8" }) },
        { name: scriptFile, content: new Blob([script], { type: "text/plain;charset=utf-8" }) },
      ],
      notes: [
        ...data.notes,
        `Every row is a patient: the ${data.patients} that the filters select. Keep both files in one folder and run the script there.`,
      ],
    };
  },
};
