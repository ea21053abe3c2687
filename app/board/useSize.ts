import { type RefObject, useEffect, useState } from "react";
import { letterScale } from "../browser/letterScale";

export interface Size {
  width: number;
  height: number;
  /** Size of a figure's texts there: 12, or as much larger as the browser's letters are. */
  text: number;
}

/** The size of an element in whole pixels, null until it is known. */
export function useSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      setSize({ width: Math.floor(width), height: Math.floor(height), text: 12 * letterScale() });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
