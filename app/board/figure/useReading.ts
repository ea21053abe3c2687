import { type KeyboardEvent, type MouseEvent, type PointerEvent, useState } from "react";
import type { Figure } from "../../../lib/panels/curves/figure";
import { timeMeantAt } from "../../../lib/panels/curves/reading/crosshair";
import { eventTimeAfter, eventTimeBefore } from "../../../lib/panels/curves/reading/eventTimes";
import {
  copiedReading,
  type ReadingInWords,
  readingInWords,
  readingText,
} from "../../../lib/panels/curves/reading/readingInWords";
import { copyText } from "../../browser/clipboard";
import { attempt } from "../../failure/attempt";

/** What is read in the figure: at the pointer, by the keys, or where it was pinned. */
export interface ReadingState {
  /** The time that is read, in the endpoint's unit; null for none. */
  shown: number | null;
  pinned: number | null;
  words: ReadingInWords | null;
  /** What is read where it was pinned. */
  pinnedWords: ReadingInWords | null;
  /** A finger reads: what it covers is read elsewhere. */
  touch: boolean;
  /** What a screen reader is told; by keys alone, so that a moving pointer does not chatter. */
  spoken: string;
  onPointer(event: PointerEvent): void;
  onLeave(): void;
  onClick(event: MouseEvent): void;
  onKey(event: KeyboardEvent): void;
  unpin(): void;
  copy(): void;
}

export function useReading(figure: Figure | null): ReadingState {
  const [hovered, setHovered] = useState<number | null>(null);
  const [pinned, setPinned] = useState<number | null>(null);
  const [spoken, setSpoken] = useState("");
  const [touch, setTouch] = useState(false);
  const shown = hovered ?? pinned;
  const wordsAt = (time: number, given: number | null) =>
    figure ? readingInWords(figure.drawn, { time, given, unit: figure.time.unit, factor: figure.time.factor }) : null;
  const words = shown === null ? null : wordsAt(shown, pinned);
  const pinnedWords = pinned === null ? null : wordsAt(pinned, null);

  const timeOf = (event: MouseEvent): number | null => {
    if (!figure) return null;
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const { left, right, top, bottom } = figure.plot;
    return x >= left && x <= right && y >= top && y <= bottom ? timeMeantAt(figure, x) : null;
  };
  const pin = (time: number | null) => {
    setPinned(time);
    setHovered(null);
  };
  const copy = () => {
    const read = pinnedWords ?? words;
    if (!read) return;
    attempt("The reading was not copied", async () => {
      await copyText(copiedReading(read));
      setSpoken("Copied.");
    });
  };

  return {
    shown,
    pinned,
    words,
    pinnedWords,
    touch,
    spoken,
    onPointer(event) {
      setHovered(timeOf(event));
      setTouch(event.pointerType === "touch");
    },
    onLeave: () => setHovered(null),
    onClick: (event) => {
      const time = timeOf(event);
      if (time !== null) pin(pinned === time ? null : time);
    },
    onKey(event) {
      if (!figure || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        if (shown === null) return;
        setSpoken(
          pinned === shown ? "Not pinned." : `Pinned. Later times are read given ${figure.drawn.without} here.`,
        );
        setPinned(pinned === shown ? null : shown);
        return;
      }
      if (event.key.toLowerCase() === "c") {
        copy();
        return;
      }
      const next = timeAfterKey(event.key, figure, shown);
      if (next === undefined) return;
      event.preventDefault();
      if (next === null) setPinned(null);
      setHovered(next);
      const read = next === null ? null : wordsAt(next, pinned);
      setSpoken(read ? readingText(read).replaceAll("\n", ". ") : "");
    },
    unpin: () => pin(null),
    copy,
  };
}

/** Where a key takes the reading; undefined for other keys. */
function timeAfterKey(
  key: string,
  { drawn, time: { domain } }: Figure,
  time: number | null,
): number | null | undefined {
  switch (key) {
    case "Escape":
      return null;
    case "Home":
      return domain[0];
    case "End":
      return eventTimeBefore(drawn, domain[1], true) ?? domain[1];
    case "ArrowRight":
      return Math.min(domain[1], eventTimeAfter(drawn, time ?? domain[0] - 1e-9) ?? time ?? domain[0]);
    case "ArrowLeft":
      return time === null ? undefined : Math.max(domain[0], eventTimeBefore(drawn, time) ?? 0);
    default:
      return undefined;
  }
}
