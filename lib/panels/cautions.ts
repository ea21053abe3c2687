import type { ShownPanel } from "./result";

/** What is to be read with care, as the screen says it: but for what was left out of caption and files. */
export function cautionsInWords({ panel, result }: ShownPanel): string[] {
  const left: readonly string[] = "withoutCautions" in panel.figure ? panel.figure.withoutCautions : [];
  const warnings = "warnings" in result ? result.warnings : [];
  return [
    ...warnings.filter(({ id }) => !left.includes(id)),
    ...result.notices.filter(({ code }) => !left.includes(code)),
  ].map(({ message, hint }) => [message, hint].filter((text) => text !== "").join(" "));
}
