import type { Term } from "../../../lib/board/panelForms/term";
import { choiceFor } from "../../../lib/cohort/columns";
import { openQuestion } from "../../../lib/cohort/scores/factor";
import { counted } from "../../../lib/format";
import type { Answer } from "../../../lib/worker/clientState";

interface CovariateChoice {
  label: string;
  terms: Omit<Term, "id">[];
}

const mostLevels = 24;
/** A number with more different values than this is taken per unit. */
const fewNumbers = 5;

/** What can enter a model: the factors of a score at once, a score's groups or points, columns. */
export function covariateChoices({ board, summary }: Answer): CovariateChoice[] {
  const scores = board.scores.flatMap((score): CovariateChoice[] => {
    const factors = score.factors.filter(
      (factor) => openQuestion(factor) === null && factor.formula === null && factor.convert === null,
    );
    return [
      {
        label: `${score.label}: its ${counted(factors.length, "factor")}`,
        terms: factors.map(({ column, when }) => ({
          of: { column: column as string },
          coding: when.op === "per unit" ? { kind: "perUnit", per: 1 } : { kind: "cut", when },
          label: null,
        })),
      },
      {
        label: `${score.label}: groups`,
        terms: [{ of: { score: score.id }, coding: { kind: "levels", reference: null }, label: null }],
      },
      {
        label: `${score.label}: points`,
        terms: [{ of: { score: score.id, as: "points" }, coding: { kind: "perUnit", per: 1 }, label: null }],
      },
    ];
  });
  const columns = summary.columns.flatMap(({ name, kind, distinct }): CovariateChoice[] => {
    const label = choiceFor(board, name).label ?? name;
    const of = { column: name };
    if (kind === "number" && (distinct === null || distinct > fewNumbers))
      return [{ label, terms: [{ of, coding: { kind: "perUnit", per: 1 }, label: null }] }];
    if (distinct === null || distinct < 2 || distinct > mostLevels) return [];
    return [{ label, terms: [{ of, coding: { kind: "levels", reference: null }, label: null }] }];
  });
  return [...scores.filter(({ terms }) => terms.length > 0), ...columns];
}
