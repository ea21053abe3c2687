const abbreviations =
  /^(ecog|ldh|bmi|psa|kps|asa|alt|ast|alp|crp|cea|afp|hiv|hbv|hcv|hpv|ki67|tnm|who|nyha|ca125|ca19|egfr|her2|er|pr|msi|tmb|pdl1|ldl|hdl|wbc|rbc|inr|nlr)$/i;

/** The name of a column as it reads: "primary_site" is "Primary site", "ecog" is "ECOG"; what has capitals stays as it is written. */
export function columnInWords(name: string): string {
  const words = name.replace(/[_.\s]+/g, " ").trim();
  if (words === "") return name;
  const read = words
    .split(" ")
    .map((word) => (abbreviations.test(word) && word === word.toLowerCase() ? word.toUpperCase() : word))
    .join(" ");
  return read.charAt(0).toUpperCase() + read.slice(1);
}
