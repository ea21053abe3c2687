/**
 * Which encoding of the time before UTF-8 a file is most likely written in, from how its letters lie: each candidate is
 * asked what share of what lies beyond ASCII is usual in it. A guess is only ever a guess: it is noticed and can be
 * changed.
 */
export function legacyEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 1 << 20);
  const western = Math.max(lettersShare(sample, latin), lettersShare(withoutUtf8(sample), latin));
  if (western >= 0.8 && !looksMac(sample)) return hasOldEuro(sample) ? "iso-8859-15" : "windows-1252";
  const asian = doubleByte
    .map((candidate) => ({ ...candidate, share: pairsShare(sample, candidate) }))
    .filter(({ label, share, needed }) => share >= needed && decoded(sample, label) !== null)
    .sort((a, b) => b.share - a.share);
  if (asian.length > 0) return asian[0].label;
  const best = singleByte
    .map((candidate) => ({ label: candidate.label, share: lettersShare(sample, candidate) }))
    .reduce((most, next) => (next.share > most.share + 0.05 ? next : most));
  return best.share > western && best.share >= 0.5 ? best.label : "windows-1252";
}

interface SingleByte {
  label: string;
  usual: ReadonlySet<string>;
  /**
   * Letters of such texts stand among ASCII letters, not more than three together; where false, they make up whole
   * words.
   */
  alone: boolean;
}

const letters = (label: string, usual: string, alone: boolean): SingleByte => ({ label, usual: new Set(usual), alone });

const westernLetters = "äöüÄÖÜßéèêëàâçîïôùûœáíóúñåøæØÅãõ“”‘’„–—…€£§°µ±²³½«»©®×\u00a0";
const latin = letters("windows-1252", `${westernLetters}¤`, true);
const cyrillic = "оеаинтсрвлкмдпуяыьгзбчйхжшюОЕАИНТСРВЛКМДПГЗБЧФ";
const singleByte: readonly SingleByte[] = [
  latin,
  letters("macintosh", westernLetters, true),
  letters("windows-1250", "ěščřžýáíéúůňťďĚŠČŘŽąćęłńóśźżŁŚŻőűÁÉÍÓÚöüäÖÜÄß„”–…°", true),
  letters("windows-1251", cyrillic, false),
  letters("koi8-r", cyrillic, false),
  letters("ibm866", cyrillic, false),
  letters("windows-1253", "αοιετσνηυρπκμλςδγχθφβξωίάέόήύώΑΟΙΕΤΣΝΗΥΡΠΚΜΛΔΓ", false),
  letters("windows-1254", "ığşçöüİĞŞÇÖÜâî", true),
];

/**
 * The text, null where some bytes mean nothing; a letter cut off at the end is no fault. Without `fatal`, Node 20 reads
 * Windows-1252 as Latin-1.
 */
function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

/** What is left of files put together from parts in different encodings when the letters of UTF-8 are taken out. */
function withoutUtf8(bytes: Uint8Array): Uint8Array {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  const rest = text.replace(/[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g, "");
  return Uint8Array.from(rest, (character) => character.charCodeAt(0));
}

/** Share of the characters beyond ASCII that are usual. */
function lettersShare(bytes: Uint8Array, { label, usual, alone }: SingleByte): number {
  const text = decoded(bytes, label) ?? "";
  let found = 0;
  let all = 0;
  for (const run of text.match(/[^\0-\x7f]+/g) ?? []) {
    all += run.length;
    if (alone ? run.length <= 3 : run.length >= 2) for (const letter of run) if (usual.has(letter)) found++;
  }
  return all === 0 ? 0 : found / all;
}

/** Old Macintosh letters between ASCII letters, where Windows has signs that stand at the edge of words or nowhere. */
function looksMac(bytes: Uint8Array): boolean {
  const inside = decoded(bytes, "windows-1252")?.match(/[a-z][^\0-\x7f](?=[a-z])/g) ?? [];
  const low = inside.filter((pair) => /[‚ƒ„…†‡ˆ‰‹‘“”•–—˜™›Š]/.test(pair)).length;
  return inside.length > 0 && low > 0.3 * inside.length;
}

/** The euro of ISO 8859-15 is the currency sign of Windows-1252, which nobody writes. */
function hasOldEuro(bytes: Uint8Array): boolean {
  return bytes.includes(0xa4) && !bytes.some((byte) => byte >= 0x80 && byte < 0xa0);
}

interface DoubleByte {
  label: string;
  /** Share of usual pairs from which on the text is taken to be in it. */
  needed: number;
  leads(lead: number): boolean;
  /** Whether the pair is a letter that everyday texts use. */
  usual(lead: number, trail: number): boolean;
  /** Whether such texts have this pair somewhere, without which they are another encoding's. */
  proof?(lead: number): boolean;
  /** Single bytes that are letters too. */
  single?(byte: number): boolean;
}

const within = (byte: number, first: number, last: number) => byte >= first && byte <= last;
const high = (lead: number) => within(lead, 0x81, 0xfe);

/**
 * The narrower before the wider. Ranges: JIS X 0208 and KS X 1001 letters, level 1 of GB 2312, frequent characters of
 * Big5.
 */
const doubleByte: readonly DoubleByte[] = [
  {
    label: "euc-jp",
    needed: 0.9,
    leads: high,
    usual: (lead, trail) =>
      trail >= 0xa1 && (lead === 0xa1 || lead === 0xa4 || lead === 0xa5 || within(lead, 0xb0, 0xcf)),
    proof: (lead) => lead === 0xa4 || lead === 0xa5,
  },
  {
    label: "euc-kr",
    needed: 0.97,
    leads: high,
    usual: (lead, trail) => trail >= 0xa1 && (lead === 0xa1 || lead === 0xa3 || within(lead, 0xb0, 0xc8)),
  },
  {
    label: "gb18030",
    needed: 0.9,
    leads: high,
    usual: (lead, trail) => trail >= 0xa1 && (lead === 0xa1 || lead === 0xa3 || within(lead, 0xb0, 0xd7)),
  },
  {
    label: "shift_jis",
    needed: 0.9,
    leads: (lead) => within(lead, 0x81, 0x9f) || within(lead, 0xe0, 0xfc),
    usual: (lead, trail) => trail >= 0x40 && (within(lead, 0x81, 0x83) || within(lead, 0x88, 0x97)),
    proof: (lead) => within(lead, 0x82, 0x97),
    single: (byte) => within(byte, 0xa6, 0xdf),
  },
  {
    label: "big5",
    needed: 0.9,
    leads: high,
    usual: (lead, trail) => (within(trail, 0x40, 0x7e) || trail >= 0xa1) && (lead === 0xa1 || within(lead, 0xa4, 0xc6)),
  },
];

/** Share of the bytes beyond ASCII, taken as pairs, that are usual; 0 where the proof is lacking. */
function pairsShare(bytes: Uint8Array, { leads, usual, proof, single }: DoubleByte): number {
  let found = 0;
  let all = 0;
  let proven = proof === undefined;
  let together = 0;
  let end = -1;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at];
    if (lead < 0x80) continue;
    all++;
    if (single?.(lead)) found++;
    else if (leads(lead)) {
      const trail = bytes[++at] ?? 0;
      if (!usual(lead, trail)) continue;
      found++;
      if (end === at - 2) together++;
      end = at;
      proven ||= proof?.(lead) === true;
    }
  }
  // Words of such languages have two letters and more.
  const inWords = single ? together > 0 : together >= 0.3 * all;
  return proven && inWords ? found / all : 0;
}
