import { type MouseEvent, useEffect, useState } from "react";
import { formatCount } from "../../lib/format";
import { Icon } from "../controls/Icon";
import styles from "./PresentBar.module.css";
import type { Keys } from "./presenterKeys";

/** Seconds after which the bar goes, when nothing is moved or touched. */
const stays = 3;

/** After a click the keys are those of the slide again, and nothing holds the bar. */
function leaveToSlide({ detail }: MouseEvent): void {
  if (detail > 0 && document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** What keys do, as buttons: it comes with the pointer, a touch or the focus, and goes by itself. */
export function PresentBar({ at, count, keys }: { at: number; count: number; keys: Keys }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      setShown(true);
      clearTimeout(timer);
      timer = setTimeout(() => setShown(false), stays * 1000);
    };
    addEventListener("pointermove", show);
    addEventListener("pointerdown", show);
    return () => {
      clearTimeout(timer);
      removeEventListener("pointermove", show);
      removeEventListener("pointerdown", show);
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a key leaves the focus where it is
    <div className={styles.bar} role="toolbar" aria-label="Presentation" data-shown={shown} onClick={leaveToSlide}>
      <button type="button" aria-label="Slide before" title="←" disabled={at === 0} onClick={() => keys.go(-1)}>
        <Icon name="back" />
      </button>
      <span>
        {formatCount(at + 1)} / {formatCount(count)}
      </span>
      <button type="button" aria-label="Next slide" title="→" disabled={at === count - 1} onClick={() => keys.go(1)}>
        <Icon name="forward" />
      </button>
      <button type="button" title="O" onClick={() => keys.show("overview")}>
        Overview
      </button>
      <button type="button" title="S" onClick={keys.toggleStatistics}>
        Statistics
      </button>
      <button type="button" title="P" onClick={() => keys.show("patient")}>
        Patient
      </button>
      <button type="button" className={styles.windows} title="V" onClick={keys.toggleSpeaker}>
        Speaker view
      </button>
      <button type="button" aria-label="End the presentation" title="Esc" onClick={keys.leave}>
        <Icon name="cross" />
      </button>
    </div>
  );
}
