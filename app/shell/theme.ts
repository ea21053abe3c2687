import { keepText, recallText } from "../storage/texts";
import type { Theme } from "../store";

const key = "meierboard-theme";

export const preferredTheme = (): Theme => {
  const chosen = recallText(key);
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
};

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

export const rememberTheme = (theme: Theme) => keepText(key, theme);
