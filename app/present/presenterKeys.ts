import { type RefObject, useLayoutEffect } from "react";

/** What is in front of the slide. */
export type Front = "slide" | "overview" | "blank" | "patient";

/** What can be done while presenting, by keys, buttons and strokes alike. */
export interface Keys {
  go(step: number | "first" | "last"): void;
  show(front: Front): void;
  toggleStatistics(): void;
  toggleLaser(): void;
  toggleClock(): void;
  /** A window for who presents, or none. */
  toggleSpeaker(): void;
  wholeScreen(): void;
  leftWholeScreen(): void;
  /** Ends the presentation. */
  leave(): void;
  back(): void;
}

/** The keys of a presenter in one window; in a field of the form only Esc counts. A browser that leaves the whole screen by itself tells so. */
export function usePresenterKeys(keys: RefObject<Keys | null>, view: Window = window): void {
  // A key pressed the moment the slide is seen counts.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!keys.current || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key !== "Escape" && isField(event.target)) return;
      // A button that has the focus is pressed by these.
      if ((event.key === " " || event.key === "Enter") && isOne(event.target, "button")) return;
      const does = doing[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!does) return;
      does(keys.current);
      event.preventDefault();
    };
    const onScreen = () => {
      if (!view.document.fullscreenElement) keys.current?.leftWholeScreen();
    };
    view.addEventListener("keydown", onKey);
    view.document.addEventListener("fullscreenchange", onScreen);
    return () => {
      view.removeEventListener("keydown", onKey);
      view.document.removeEventListener("fullscreenchange", onScreen);
    };
  }, [keys, view]);
}

/** What a key does; a letter is the same large and small. Space and the full stop are those of remotes. */
const doing: Record<string, (keys: Keys) => void> = {
  ArrowRight: (keys) => keys.go(1),
  PageDown: (keys) => keys.go(1),
  " ": (keys) => keys.go(1),
  ArrowLeft: (keys) => keys.go(-1),
  PageUp: (keys) => keys.go(-1),
  Home: (keys) => keys.go("first"),
  End: (keys) => keys.go("last"),
  Escape: (keys) => keys.back(),
  s: (keys) => keys.toggleStatistics(),
  l: (keys) => keys.toggleLaser(),
  c: (keys) => keys.toggleClock(),
  v: (keys) => keys.toggleSpeaker(),
  f: (keys) => keys.wholeScreen(),
  b: (keys) => keys.show("blank"),
  ".": (keys) => keys.show("blank"),
  o: (keys) => keys.show("overview"),
  p: (keys) => keys.show("patient"),
};

export const workingKeys = Object.keys(doing);

const isField = (target: EventTarget | null) => isOne(target, "input, select, textarea");

/** Whichever window it is in: each has classes of its own. */
const isOne = (target: EventTarget | null, selector: string) =>
  target !== null && "matches" in target && (target as Element).matches(selector);
