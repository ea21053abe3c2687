"use client";

import { createPortal } from "react-dom";
import { exportFormats } from "../../lib/export";
import { exportedPanels } from "../../lib/export/exportFormat";
import { copyLink } from "../actions/copyLink";
import { useAnswer } from "../analysis";
import { Menu } from "../controls/Menu";
import { attempt } from "../failure/attempt";
import { Later } from "../parts/Later";
import { part } from "../parts/part";
import { setView, useStore } from "../store";
import { ExportDialog } from "./ExportDialog";
import styles from "./ExportMenu.module.css";

const loadWarehouse = part(() => import("./WarehouseDialog"));
/** Beside the ids of formats, what is open over the page. */
const warehouse = "warehouse";

const sections = ["Figure", "Numbers", "Whole board"] as const;

/** Every way to save the panel in focus, or the whole board; each opens the dialog with what will be written. */
export function ExportMenu() {
  const { answer } = useAnswer();
  const focus = useStore((state) => state.view.focus);
  const exporting = useStore((state) => state.view.exporting);
  const format = exportFormats.find(({ id }) => id === exporting);
  const panels = answer && !answer.preview ? exportedPanels(answer.snapshot.panels) : [];
  const first = answer?.snapshot.panels[0]?.id;
  const shown = panels.find(({ panel }) => panel.id === (focus ?? first));
  return (
    <>
      <Menu label="Export" title="Export the figure, its numbers or the board" disabled={!shown}>
        {sections.map((section) => (
          <div key={section} className={styles.section}>
            <p className="quiet">{section}</p>
            {exportFormats
              .filter((each) => each.section === section)
              .map((each) => (
                <button key={each.id} type="button" onClick={() => setView({ exporting: each.id })}>
                  {each.label}
                </button>
              ))}
          </div>
        ))}
        <div className={styles.section}>
          <p className="quiet">Settings</p>
          <button type="button" onClick={() => setView({ exporting: warehouse })}>
            SQL for a warehouse
          </button>
          <button type="button" onClick={() => attempt("The link was not copied", copyLink)}>
            Copy link
          </button>
        </div>
      </Menu>
      {exporting === warehouse && answer && (
        <Later
          what="The query cannot be shown"
          load={loadWarehouse}
          show={({ WarehouseDialog }) => (
            <WarehouseDialog answer={answer} onClose={() => setView({ exporting: null })} />
          )}
        />
      )}
      {/* On a small screen the menu is folded away by the choice, and what stood in it with it. */}
      {format &&
        shown &&
        answer &&
        createPortal(
          <ExportDialog answer={answer} shown={shown} first={format} onClose={() => setView({ exporting: null })} />,
          document.body,
        )}
    </>
  );
}
