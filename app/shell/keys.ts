import { redo, setView, undo } from "../store";

/**
 * ? opens the help; Ctrl/Cmd+Z undoes, with Shift (or Ctrl+Y) redoes; in text fields the field's own undo stays, unless nothing was typed
 * that waits to count.
 */
export function followKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "?" && !isTextField(event.target) && !document.querySelector("dialog[open]"))
      return setView({ help: true });
    if (!(event.ctrlKey || event.metaKey) || isTextField(event.target)) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) redo();
    else undo();
  };
  addEventListener("keydown", onKey);
  return () => removeEventListener("keydown", onKey);
}

const isTextField = (target: EventTarget | null) =>
  (target instanceof HTMLTextAreaElement && target.dataset.typed !== "false") ||
  (target instanceof HTMLInputElement &&
    target.dataset.typed !== "false" &&
    !["checkbox", "radio", "range", "button"].includes(target.type));
