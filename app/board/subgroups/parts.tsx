import type { PanelOf } from "../../../lib/board/panelForms/registry";
import type { SubgroupsResult } from "../../../lib/panels/subgroups/result";
import { firstGroup } from "../../actions/panels";
import type { PanelParts } from "../panelPart";
import { Figure } from "./Figure";
import { Settings } from "./Settings";
import { Statistics } from "./Statistics";
import { SubgroupsMenu } from "./SubgroupsMenu";

export const subgroupsParts: PanelParts<PanelOf<"subgroups">, SubgroupsResult> = {
  what: "figure",
  Figure,
  Statistics,
  Settings,
  groups: ({ group }) => ({ group, none: "choose groups", instead: { reference: null, compared: null } }),
  Choices: SubgroupsMenu,
  begun: (panel, { board }) => ({ ...panel, group: firstGroup(board) }),
  Options: () => null,
};
