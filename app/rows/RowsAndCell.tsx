import { CellDialog } from "./CellDialog";
import { RowsDialog } from "./RowsDialog";

/** Rows of the file, and above them a cell of one. */
export const RowsAndCell = () => (
  <>
    <RowsDialog />
    <CellDialog />
  </>
);
