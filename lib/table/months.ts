/**
 * Names of the months and their short forms in English, German, French, Spanish, Italian, Portuguese and Dutch, in
 * lower case.
 */
const names = [
  "jan january januar jänner janvier janv enero ene gennaio gen janeiro januari",
  "feb february februar février févr fev fevrier febrero febbraio fevereiro februari",
  "mar march märz mär mrz mars marzo março marco maart mrt",
  "apr april avril avr abril abr aprile",
  "may mai mayo maggio mag maio mei",
  "jun june juni juin junio giugno giu junho",
  "jul july juli juillet juil julio luglio lug julho",
  "aug august août aout agosto ago augustus",
  "sep sept september septembre septiembre settembre set setembro",
  "oct october okt oktober octobre octubre ottobre ott outubro out",
  "nov november novembre noviembre novembro",
  "dec december dez dezember décembre déc decembre diciembre dic dicembre dezembro",
];

const months: ReadonlyMap<string, number> = new Map(
  names.flatMap((line, index) => line.split(" ").map((name) => [name, index + 1] as const)),
);

/** The month of a name, from 1; undefined for any other word. */
export const monthOf = (name: string): number | undefined => months.get(name.normalize("NFC").toLowerCase());
