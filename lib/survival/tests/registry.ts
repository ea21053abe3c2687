import { flemingHarrington } from "./flemingHarrington";
import { gehanBreslow } from "./gehanBreslow";
import { logRankTest } from "./logRankTest";
import { modifiedPeto } from "./modifiedPeto";
import { petoPeto } from "./petoPeto";
import { petoPetoModifiedKM } from "./petoPetoModifiedKM";
import type { SurvivalTest } from "./survivalTest";
import { taroneWare } from "./taroneWare";

/** The tests a menu offers. `flemingHarrington(rho, gamma)` makes further ones. */
export const survivalTests: readonly SurvivalTest[] = [
  logRankTest,
  gehanBreslow,
  taroneWare,
  petoPeto,
  petoPetoModifiedKM,
  modifiedPeto,
  flemingHarrington(0, 1),
  flemingHarrington(1, 1),
  flemingHarrington(0.5, 0.5),
];
