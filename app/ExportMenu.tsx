"use client";

import { type FigureExport, figureExports, fileName, paperOfWidth } from "../lib/export";
import { useAnswer } from "./analysis";
import { Menu } from "./Menu";
import { saveFile } from "./saveFile";
import { useStore } from "./store";

/** The width of a figure over two columns of a journal. */
const widthMm = 183;

/** Saves the focused figure: the result and options that are on the screen, laid out again for paper. */
export function ExportMenu() {
  const { answer } = useAnswer();
  const focus = useStore((state) => state.view.focus);
  const index = Math.max(0, answer?.board.panels.findIndex(({ id }) => id === focus) ?? 0);
  const shown = answer?.snapshot.panels[index];
  const ready = shown?.state === "ready" && !answer?.preview ? shown : null;
  const save = async (format: FigureExport) => {
    if (!ready || !answer) return;
    const { figure } = answer.board.panels[index];
    const content = await format.write({
      result: ready.result,
      options: figure,
      paper: paperOfWidth(widthMm),
      font: await fontAsBase64(),
    });
    saveFile(content, fileName(ready.title, format.extension));
  };
  return (
    <Menu label="Export ▾" title="Export the figure" disabled={!ready}>
      {figureExports.map((format) => (
        <button key={format.id} type="button" onClick={() => void save(format)}>
          {format.label}
        </button>
      ))}
    </Menu>
  );
}

/** The figure's font, to be embedded; loaded when it is first needed. */
async function fontAsBase64(): Promise<string> {
  const { default: bytes } = await import("./fonts/Inter.woff2?bytes");
  let text = "";
  for (let start = 0; start < bytes.length; start += 0x8000)
    text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  return btoa(text);
}
