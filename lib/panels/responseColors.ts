import { type ResponseCategory, responseCategories } from "../cohort/responseMeaning";
import type { Theme } from "../figure/theme";
import { nth } from "../numeric/nth";

/** Teal for response, blue for stable, gray for progression, pale where nobody could tell; all but the last pass 3:1. */
export const ofCategory: Record<Theme, Record<ResponseCategory, string>> = {
  light: { CR: "#064e47", PR: "#12907f", SD: "#5b8dd6", PD: "#8491a5", NE: "#cbd3dd" },
  dark: { CR: "#b4f5e4", PR: "#35c3a6", SD: "#7096ea", PD: "#8391a6", NE: "#46536a" },
};

export const categoryColor = (category: number, theme: Theme): string =>
  ofCategory[theme][nth(responseCategories, category)];
