import { type ReactNode, type SyntheticEvent, useLayoutEffect, useRef } from "react";
import styles from "./Dialog.module.css";

/**
 * What is over everything else, as long as it is there. Escape closes it; then, and whenever it goes, the focus is
 * where it was when it opened.
 */
export function Dialog({
  label,
  title,
  className,
  light = false,
  onClose,
  children,
}: {
  /** What it is, for those who do not see it. */
  label: string;
  /** Its head, with a button that closes. */
  title?: string;
  className?: string;
  /** Whether a click beside it closes it; not where something would be lost. */
  light?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Taken from the page without being closed it would take the focus along.
    return () => shown?.close();
  }, []);
  // The browser closes it at once and tells so later; until then it would be open for us, and could not be opened again.
  const closeNow = (event: SyntheticEvent) => {
    event.preventDefault();
    onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      className={className}
      aria-label={label}
      onCancel={(event) => event.target === dialog.current && closeNow(event)}
      onSubmit={(event) =>
        event.target instanceof HTMLFormElement && event.target.method === "dialog" && closeNow(event)
      }
      onClose={() => !dialog.current?.open && onClose()}
      onClick={({ target }) => light && target === dialog.current && onClose()}
    >
      {title !== undefined && (
        <header className={styles.head}>
          <h2>{title}</h2>
          <button type="button" data-look="plain" aria-label="Close" onClick={onClose}>
            ×
          </button>
        </header>
      )}
      {children}
    </dialog>
  );
}
