import { chiSquareInWords, decimals, pInWords } from "../../format";
import type { PanelTest } from "./panelTest";

type Tested = Extract<PanelTest, { kind: "tested" }>;

/** "χ² = 6.20, 1 df, P = .013"; of MaxCombo the largest of its |Z|. */
export const testInWords = (test: Tested): string => `${statisticInWords(test)}, ${pInWords(test.p)}`;

const statisticInWords = (test: Tested) =>
  "chiSquare" in test
    ? `${chiSquareInWords(test.chiSquare)}, ${test.df} df`
    : `largest |Z| = ${decimals(test.statistic, 2)}`;
