"use client";

import { useEffect, useState } from "react";
import { openFile, openFiles, pasteCells } from "../actions/files/given";
import { droppedFiles } from "../browser/namedFile";
import { keepDropped } from "../comingBack/fileHandles";
import { attempt } from "../failure/attempt";
import { setView, useStore } from "../store";
import styles from "./DropTarget.module.css";

/** Of pasted text, whether a line that ends holds two cells. */
const looksLikeCells = (text: string) =>
  text
    .split(/[\r\n]/)
    .slice(0, -1)
    .some((line) => /[\t,;|]/.test(line));

/** Files dropped anywhere, or cells pasted anywhere but into a field, are opened; a drop ends a presentation, a paste into one is none. */
export function DropTarget() {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const onDragOver = (event: DragEvent) => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      const items = [...(event.dataTransfer?.items ?? [])].filter(({ kind }) => kind === "file");
      if (!event.dataTransfer || files.length === 0) return;
      for (const [index, file] of files.entries()) keepDropped(file, items[index]);
      const dropped = droppedFiles(event.dataTransfer);
      setView({ slide: null });
      attempt(files.length === 1 ? `“${files[0]?.name}” was not opened` : "The files were not opened", async () =>
        openFiles(await dropped),
      );
    };
    const onPaste = (event: ClipboardEvent) => {
      if (useStore.getState().view.slide !== null) return;
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      const file = event.clipboardData?.files[0];
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (file) attempt(`“${file.name}” was not opened`, () => openFile(file));
      else if (looksLikeCells(text)) attempt("The cells were not opened", () => pasteCells(text));
    };
    addEventListener("dragover", onDragOver);
    addEventListener("dragleave", onDragLeave);
    addEventListener("drop", onDrop);
    addEventListener("paste", onPaste);
    return () => {
      removeEventListener("dragover", onDragOver);
      removeEventListener("dragleave", onDragLeave);
      removeEventListener("drop", onDrop);
      removeEventListener("paste", onPaste);
    };
  }, []);
  return over ? (
    <div className={styles.target}>Drop the cohort file, or all files of a study. They stay on this computer.</div>
  ) : null;
}
