import { part } from "../parts/part";

/**
 * Texts of a data set of the reference: what R gave, and the rows. Each is a chunk of its own that loads when it is
 * asked for.
 */
interface DataSet {
  expected: () => Promise<{ default: string }>;
  csv: () => Promise<{ default: string }>;
}

export const referenceData: Readonly<Record<string, DataSet>> = {
  aml: {
    expected: part(() => import("../../lib/survival/reference/expected/aml.json?text")),
    csv: part(() => import("../../lib/survival/reference/data/aml.csv")),
  },
  aml_weighted: {
    expected: part(() => import("../../lib/survival/reference/expected/aml_weighted.json?text")),
    csv: part(() => import("../../lib/survival/reference/data/aml_weighted.csv")),
  },
  colon: {
    expected: part(() => import("../../lib/survival/reference/expected/colon.json?text")),
    csv: part(() => import("../../lib/survival/reference/data/colon.csv")),
  },
  heart: {
    expected: part(() => import("../../lib/survival/reference/expected/heart.json?text")),
    csv: part(() => import("../../lib/survival/reference/data/heart.csv")),
  },
  jasa: {
    expected: part(() => import("../../lib/survival/reference/expected/jasa.json?text")),
    csv: part(() => import("../../lib/survival/reference/data/jasa.csv")),
  },
  kidney: {
    expected: part(() => import("../../lib/survival/reference/expected/kidney.json?text")),
    csv: part(() => import("../../lib/survival/reference/data/kidney.csv")),
  },
  lung: {
    expected: part(() => import("../../lib/survival/reference/expected/lung.json?text")),
    csv: part(() => import("../../lib/survival/reference/data/lung.csv")),
  },
  mgus2: {
    expected: part(() => import("../../lib/survival/reference/expected/mgus2.json?text")),
    csv: part(() => import("../../lib/survival/reference/data/mgus2.csv")),
  },
  mgus2_age: {
    expected: part(() => import("../../lib/survival/reference/expected/mgus2_age.json?text")),
    csv: part(() => import("../../lib/survival/reference/data/mgus2_age.csv")),
  },
  ovarian: {
    expected: part(() => import("../../lib/survival/reference/expected/ovarian.json?text")),
    csv: part(() => import("../../lib/survival/reference/data/ovarian.csv")),
  },
  pbc: {
    expected: part(() => import("../../lib/survival/reference/expected/pbc.json?text")),
    csv: part(() => import("../../lib/survival/reference/data/pbc.csv")),
  },
  rotterdam: {
    expected: part(() => import("../../lib/survival/reference/expected/rotterdam.json?text")),
    csv: part(() => import("../../lib/survival/reference/data/rotterdam.csv")),
  },
  transplant: {
    expected: part(() => import("../../lib/survival/reference/expected/transplant.json?text")),
    csv: part(() => import("../../lib/survival/reference/data/transplant.csv")),
  },
  veteran: {
    expected: part(() => import("../../lib/survival/reference/expected/veteran.json?text")),
    csv: part(() => import("../../lib/survival/reference/data/veteran.csv")),
  },
};
