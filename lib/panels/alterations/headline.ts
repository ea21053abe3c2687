import { ciInWords, listed } from "../../format";
import type { Headline } from "../headline";
import type { AlterationsResult } from "./result";
import { limitsInWords, percentOf, shareInWords } from "./words";

/** The genes altered in most patients, a share of few tested not before them, with their shares of those tested. */
export function headline({ genes, level }: AlterationsResult): Headline | null {
  const most = genes
    .filter(({ altered }) => altered > 0)
    .sort((a, b) => b.altered - a.altered)
    .slice(0, 3);
  if (most.length === 0) return null;
  return {
    claim: `Most often altered: ${listed(most.map((line) => `${line.gene} ${percentOf(line)}`))}.`,
    evidence: `Of those tested, with exact ${ciInWords(level)}: ${most.map((line) => `${line.gene} ${shareInWords(line)}, ${limitsInWords(line)}%`).join("; ")}.`,
  };
}
