import type { PanelOf } from "../../../lib/board/panelForms/registry";
import type { CharacteristicsResult } from "../../../lib/panels/characteristics/result";
import { firstGroup } from "../../actions/panels";
import type { PanelParts } from "../panelPart";
import { Balance } from "./Balance";
import { ColumnsMenu } from "./ColumnsMenu";
import { FigureOptions } from "./FigureOptions";
import { Rows } from "./Rows";
import { Table } from "./Table";
import { TableSettings } from "./TableSettings";

export const characteristicsParts: PanelParts<PanelOf<"characteristics">, CharacteristicsResult> = {
  what: "table",
  Figure: Table,
  Statistics: (shown) => (
    <>
      <TableSettings {...shown} />
      <Balance {...shown} />
    </>
  ),
  Settings: Rows,
  groups: ({ group }) => ({ group, none: "All patients", instead: {} }),
  Choices: ColumnsMenu,
  begun: (panel, { board }) => ({ ...panel, group: firstGroup(board) }),
  Options: FigureOptions,
};
