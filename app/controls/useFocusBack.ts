import { useRef } from "react";

/** For what opens in the place of its button: once closed by a key, the button that is there again has the focus. */
export function useFocusBack() {
  const wanted = useRef(false);
  return {
    want: () => {
      wanted.current = true;
    },
    /** The button's ref. */
    opener: (button: HTMLElement | null) => {
      if (!button || !wanted.current) return;
      wanted.current = false;
      button.focus();
    },
  };
}
