import type { PanelOf } from "../../board/panelForms/registry";
import type { PanelKind } from "../panelKind";
import { analyzeRegression } from "./analyze";
import { readTerm } from "./covariates";
import type { RegressionResult } from "./result";

/** Cox regression: each covariate alone beside all together. */
export const regressionKind: PanelKind<PanelOf<"regression">, RegressionResult> = {
  title({ endpoint }, { board }) {
    const label = board.endpoints.find(({ id }) => id === endpoint)?.label ?? "Endpoint";
    return `${label}: hazard ratios`;
  },
  analyze: analyzeRegression,
  rows: () => null,
  part: () => null,
  data: (prepared, { terms }) =>
    terms.flatMap((term) => {
      const read = readTerm(prepared, term);
      if (!read.ok) return [];
      const { covariate, title } = read.value;
      const values =
        "codes" in covariate
          ? {
              codes: covariate.codes,
              levels: (covariate.levels ?? []).map(String),
              reference: covariate.reference ?? 0,
            }
          : { numbers: covariate.values };
      return [{ id: term.id, name: `${term.id}_${term.coding.kind}`, title, of: term.of, values }];
    }),
  columns: ({ residuals }) => residuals,
};
