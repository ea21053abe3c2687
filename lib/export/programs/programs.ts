import type { DataSet } from "../dataSet/dataSet";
import { disclaimer, type Facts, madeBy } from "../facts";
import { asComment, describedPanels } from "./described";
import { pythonProgram } from "./python";
import { sasProgram } from "./sas";
import { shortR } from "./shortR";
import { stataProgram } from "./stata";

const languages = [
  { file: "meierboard-short.R", comment: (line: string) => `# ${line}`, of: shortR },
  { file: "meierboard.py", comment: (line: string) => `# ${line}`, of: pythonProgram },
  { file: "meierboard.sas", comment: (line: string) => `/* ${line} */`, of: sasProgram },
  { file: "meierboard.do", comment: (line: string) => `* ${line}`, of: stataProgram },
];

/** Short programs of the plain Kaplan–Meier panels in other hands’ languages, by file; none where there is no such panel. */
export function programsOf(data: DataSet, facts: Facts, file: string): Map<string, string> {
  const { panels, left } = describedPanels(data);
  if (panels.length === 0) return new Map();
  return new Map(
    languages.map(({ file: name, comment, of }) => {
      const head = [
        `Written by ${madeBy(facts)} ${disclaimer}`,
        `Curve, test and Cox model of the panels with Kaplan–Meier curves, times in the unit of the endpoint. ${left.length > 0 ? `Not in it: ${left.join("; ")}.` : ""}`,
      ];
      return [name, `${[...head.map((line) => comment(asComment(line).trim())), ...of(panels, file)].join("\n")}\n`];
    }),
  );
}
