import { maxComboTests } from "@meierboard/survival";

for (const { id } of maxComboTests) console.log(id);
// → logRank
// → flemingHarrington(0, 1)
// → flemingHarrington(1, 1)
// → flemingHarrington(1, 0)
