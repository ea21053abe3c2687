import type { ElementHandle, Page } from "@playwright/test";

export type Kind = "press" | "type" | "choose" | "drag";

const selectors: Record<Kind, string> = {
  press: "button, a[href], summary, label, input[type=checkbox], input[type=radio], [role=slider]",
  type: "input:not([type]), input[type=text], input[type=search], input[type=number], textarea",
  choose: "select, input[role=combobox]",
  drag: "input[type=range], [draggable=true], .overlay, .selection, .handle, [role=slider], [role=application], main svg[role=img]",
};

export interface Target {
  element: ElementHandle<SVGElement | HTMLElement>;
  /** What it is called on the page, for the list of actions. */
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * What a hand can reach of a kind, in the order of the page, which the same page always gives; the one at `share` of
 * the list.
 */
export async function targetAt(page: Page, kind: Kind, share: number): Promise<Target | null> {
  const found = await page.evaluateHandle(
    ([selector, at]) => {
      const dialogs = [...document.querySelectorAll("dialog:modal")];
      const reachable = (element: Element) =>
        element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
        element.getBoundingClientRect().width > 1 &&
        !element.matches(":disabled") &&
        !(element instanceof HTMLAnchorElement && element.origin !== location.origin) &&
        (dialogs.length === 0 || dialogs[dialogs.length - 1].contains(element));
      const all = [...document.querySelectorAll<HTMLElement>(selector)].filter(reachable);
      return all[Math.floor(at * all.length)] ?? null;
    },
    [selectors[kind], share] as const,
  );
  const element = found.asElement() as Target["element"] | null;
  if (!element) return null;
  const place = await element.evaluate((node) => {
    node.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    const { x, y, width, height } = node.getBoundingClientRect();
    const said = node.getAttribute("aria-label") ?? node.getAttribute("title") ?? node.textContent ?? "";
    const name = `${node.tagName.toLowerCase()} “${said.replace(/\s+/g, " ").trim().slice(0, 60)}”`;
    return { name, x, y, width, height };
  });
  return { element, ...place };
}
