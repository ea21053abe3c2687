import { headerWords } from "../headerWords";

/**
 * What the words of a header speak of, after the HIPAA list; the first that fits is the reason. `but`: harmless columns
 * with such words.
 */
const kinds: { reason: string; words: RegExp; but?: RegExp }[] = [
  {
    reason: "named like a name",
    words:
      / (name|names|surname|firstname|lastname|forename|initials|nachname|vorname|nom|prenom|apellidos?|patientname) /,
    but: / (drug|gene|study|trial|treatment|regimen|variable|test|arm|cohort|protocol|file|event) (name|names) /,
  },
  { reason: "named like an e-mail address", words: / (e ?mail|mail|email address) / },
  {
    reason: "named like a telephone or fax number",
    words: / (phone|telephone|tel|mobile|cell ?phone|fax|pager|handy|telefon) /,
  },
  {
    reason: "named like a place below state",
    words:
      / (address|street|city|town|village|county|district|borough|ward|suburb|residence|birthplace|latitude|longitude|lat|lon|geocode|adresse|stadt|ort|strasse) /,
    but: / (ip|mac|web|e ?mail) address /,
  },
  { reason: "named like a postal code", words: / (zip|zip ?code|postal|post ?code|postcode|plz) / },
  {
    reason: "named like a date of birth",
    words: / (dob|birth|birthdate|birthday|born|brthdat|brthdtc|geburtsdatum|naissance) /,
    but: / (year of birth|birth year|birth weight|birth order|brthyr) /,
  },
  {
    reason: "named like a national or insurance number",
    words:
      / (ssn|social security|nhs|nhs ?(no|number)|insurance|insured|beneficiary|member ?id|health ?plan|policy|passport|national ?id|cpr|bsn|nino|medicare|medicaid|personnummer|tax ?id) /,
  },
  {
    reason: "named like a record number",
    words:
      / (mrn|mr ?no|medical record|record ?(no|nr|number|id)?|hospital ?(no|nr|number|id)|accession|chart|encounter|visit ?id|pid|case ?(no|number)|patient ?number|specimen ?id|barcode) /,
    but: / (record type) /,
  },
  {
    reason: "named like an account, licence or vehicle number",
    words: / (account|acct|iban|licen[cs]e|certificate|vehicle|vin|plate|driver) /,
  },
  {
    reason: "named like a device number",
    words: / (serial|imei|mac address|device ?(id|no|number|serial|identifier)|implant ?(id|serial|number)|udi) /,
    but: / serial (ct|samples?|measurements?|biops\w+) /,
  },
  {
    reason: "named like an internet address",
    words: / (url|uri|website|web|homepage|ip|ip ?address|username|user ?name|login) /,
  },
  {
    reason: "named like biometrics or a photograph",
    words: / (fingerprint|biometric\w*|retina scan|iris scan|voice ?print|photo|photograph|picture|face image) /,
  },
  {
    reason: "named like free text",
    words: / (comment|comments|note|notes|remark|remarks|narrative|free ?text|bemerkung|kommentar) /,
  },
];

const idWords =
  / (usubjid|subjid|id|identifier|case ?id|(patient|subject|participant|sample|case) ?(id|identifier|no|nr|number|code)?) $/;

/** Why a column looks identifying by its name, null when it does not. */
export function reasonByHeader(name: string): string | null {
  const header = headerWords(name);
  return kinds.find(({ words, but }) => words.test(header) && !but?.test(header))?.reason ?? null;
}

/** Whether a column is named like an id, which numbers the patients without naming them. */
export const isNamedId = (name: string): boolean => idWords.test(headerWords(name));

export const isNamedAge = (name: string): boolean => / (age|alter) /.test(headerWords(name));
