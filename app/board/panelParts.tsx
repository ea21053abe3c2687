import type { PanelKindId, PanelOf } from "../../lib/board/panelForms/registry";
import type { ResultOf } from "../../lib/panels/result";
import { alterationsParts } from "./alterations/parts";
import { characteristicsParts } from "./characteristics/parts";
import { cumulativeIncidenceParts } from "./cumulativeIncidence/parts";
import { kaplanMeierParts } from "./kaplanMeier/parts";
import type { PanelParts } from "./panelPart";
import { regressionParts } from "./regression/parts";
import { responseParts } from "./response/parts";
import { subgroupsParts } from "./subgroups/parts";

const parts: { [Kind in PanelKindId]: PanelParts<PanelOf<Kind>, ResultOf<Kind>> } = {
  kaplanMeier: kaplanMeierParts,
  cumulativeIncidence: cumulativeIncidenceParts,
  regression: regressionParts,
  subgroups: subgroupsParts,
  response: responseParts,
  characteristics: characteristicsParts,
  alterations: alterationsParts,
};

export const panelParts: Readonly<Record<PanelKindId, PanelParts>> = parts;
