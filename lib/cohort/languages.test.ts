import { describe, expect, it } from "vitest";
import { usualMeaning } from "./eventMeaning";
import { recognize } from "./layouts";
import { saysEvent, saysInverse, saysTime, unitOf } from "./layouts/columnWords";
import { legendOf } from "./legend";
import { plainBoard } from "./propose";
import { tableSummary } from "./tableSummary";
import { tableFrom } from "./testing";

/**
 * A file of each language as its clinicians write it: header of ids, arms, times and outcomes, the words of death and
 * life, and the unit of the times. Sources: see `languages`.
 */
const files: Record<string, [header: string, dead: string, alive: string, unit: string]> = {
  Dutch: ["patientnr;behandeling;overleving_maanden;status", "overleden", "in leven", "months"],
  German: ["Patientennummer;Behandlung;Überlebenszeit (Tage);Status", "verstorben", "lebt", "days"],
  "German without umlauts": ["Pat-Nr;Therapiearm;Ueberlebenszeit_Monate;Vitalstatus", "tot", "am Leben", "months"],
  French: ["id patient;bras;survie_mois;statut_vital", "Décédé", "Vivant", "months"],
  "French with both forms": ["identifiant;traitement;délai (jours);statut", "décédé(e)", "vivant(e)", "days"],
  Spanish: ["paciente;tratamiento;supervivencia_meses;estado_vital", "Fallecido", "Vivo", "months"],
  "Spanish with both forms": ["NHC;brazo;tiempo de seguimiento (días);estado", "muerto/a", "vivo/a", "days"],
  Italian: ["id paziente;braccio;sopravvivenza (mesi);stato", "deceduto", "vivo", "months"],
  Portuguese: ["prontuário;braço;sobrevida_meses;desfecho", "óbito", "vivo", "months"],
  Polish: ["nr pacjenta;leczenie;czas_przeżycia_dni;stan", "zgon", "żyje", "days"],
  "Polish in words": ["pacjent;ramię;przeżycie (miesiące);status", "nie żyje", "żyje", "months"],
  Turkish: ["hasta no;tedavi;sağkalım_ay;son durum", "öldü", "yaşıyor", "months"],
  "Turkish with ex": ["protokol no;kol;takip süresi (gün);durum", "ex", "sağ", "days"],
  Swedish: ["patientnummer;behandling;överlevnad_månader;status", "avliden", "levande", "months"],
  "Swedish in years": ["löpnummer;grupp;uppföljningstid (år);vitalstatus", "död", "vid liv", "years"],
  Russian: ["номер пациента;лечение;выживаемость (мес);статус", "умер", "жив", "months"],
  "Russian with both forms": ["пациент;группа;время наблюдения, дней;исход", "умер(ла)", "жив(а)", "days"],
  Chinese: ["病历号;治疗组;生存时间(月);结局", "死亡", "存活", "months"],
  "Chinese in days": ["患者编号;组别;总生存期（天）;状态", "已故", "生存", "days"],
  Japanese: ["症例番号;群;生存期間（月）;転帰", "死亡", "生存", "months"],
  "Japanese in days": ["患者番号;治療群;観察期間日数;転帰", "死亡", "生存中", "days"],
  Korean: ["환자번호;치료군;생존기간(개월);상태", "사망", "생존", "months"],
  "Korean in days": ["등록번호;그룹;추적관찰기간(일);상태", "사망", "생존중", "days"],
};

describe("a file in another language", () => {
  it.each(Object.entries(files))("%s: is read", async (_, [header, dead, alive, unit]) => {
    const rows = Array.from(
      { length: 12 },
      (__, row) => `P${row};${row % 2 ? "B" : "A"};${row + 3};${row % 3 ? dead : alive}`,
    );
    const summary = tableSummary(await tableFrom(`${[header, ...rows].join("\n")}\n`));
    const [id, arm, time, status] = header.split(";");
    const { endpoints = [], group } = recognize(summary)?.proposal ?? {};
    expect(endpoints).toMatchObject([
      { id: "os", label: "Overall survival", time: { column: time, unit }, event: { column: status } },
    ]);
    const coding = Object.fromEntries(endpoints[0]?.event?.coding.map(({ value, as }) => [value, as]) ?? []);
    expect(coding).toEqual({ [dead]: "event", [alive]: "censored" });
    expect(group).toBe(arm);
    expect(plainBoard("a.csv", summary).patientId).toBe(id);
  });
});

describe("a sheet of dates in another language", () => {
  it.each([
    ["datum diagnose", "datum overlijden", "laatste contact"],
    ["Erstdiagnose", "Todesdatum", "letzter Kontakt"],
    ["date de diagnostic", "date de décès", "date des dernières nouvelles"],
    ["fecha de diagnóstico", "fecha de defunción", "último control"],
    ["data diagnosi", "data decesso", "data ultimo follow-up"],
    ["data do diagnóstico", "data do óbito", "data do último contato"],
    ["data rozpoznania", "data zgonu", "data ostatniej kontroli"],
    ["tanı tarihi", "ölüm tarihi", "son kontrol tarihi"],
    ["diagnosdatum", "dödsfallsdatum", "senaste kontakt"],
    ["дата постановки диагноза", "дата смерти", "дата последнего контакта"],
    ["诊断日期", "死亡日期", "末次随访日期"],
    ["診断日", "死亡日", "最終確認日"],
    ["진단일", "사망일", "최종추적일"],
  ])("runs from “%s” to “%s”, else to “%s”", async (start, death, last) => {
    const rows = ["2019-01-13,2020-03-20,2020-03-20", "2019-02-25,,2020-03-28", "2019-02-27,,2020-04-28"];
    const summary = tableSummary(await tableFrom(`${[[start, death, last].join(","), ...rows].join("\n")}\n`));
    expect(recognize(summary)?.proposal.endpoints).toMatchObject([
      { id: "os", origin: "diagnosis", time: { rule: "OS", start, death, lastContact: last } },
    ]);
  });
});

describe("words of status", () => {
  it.each([
    ["oui", "non"],
    ["sí", "no"],
    ["sì", "no"],
    ["sim", "não"],
    ["tak", "nie"],
    ["evet", "hayır"],
    ["EVET", "HAYIR"],
    ["ja", "nej"],
    ["ja", "nee"],
    ["да", "нет"],
    ["是", "否"],
    ["はい", "いいえ"],
    ["예", "아니오"],
  ])("“%s” is the event and “%s” censored, of every endpoint", (yes, no) => {
    expect([usualMeaning(yes, true), usualMeaning(no, false)]).toEqual(["event", "censored"]);
  });

  it.each([
    ["recidief", "geen recidief"],
    ["Rezidiv", "kein Rezidiv"],
    ["récidive", "sans récidive"],
    ["recaída", "sin recaída"],
    ["recidiva", "senza recidiva"],
    ["progressão", "sem progressão"],
    ["wznowa", "bez wznowy"],
    ["nüks", "nüks yok"],
    ["återfall", "inget återfall"],
    ["рецидив", "без рецидива"],
    ["复发", "无复发"],
    ["再発", "無再発"],
    ["재발", "무재발"],
  ])("“%s” is relapse and “%s” none, and neither says who died", (yes, no) => {
    expect([usualMeaning(yes, false), usualMeaning(no, false)]).toEqual(["event", "censored"]);
    expect([usualMeaning(yes, true), usualMeaning(no, true)]).toEqual([null, null]);
  });

  it.each([
    "Ende",
    "Abbruch",
    "salida",
    "retirado",
    "sortie",
    "perdu de vue",
    "fin",
    "uscito",
    "perso al follow-up",
    "saída",
    "utracony",
    "çıktı",
    "takipsiz",
    "выбыл",
    "失访",
    "出组",
    "有",
    "無",
    "転院",
    "전원",
    "lever",
    "n/a",
    "unknown",
    "onbekend",
  ])("“%s” is asked about", (word) => {
    expect(usualMeaning(word, true)).toBeNull();
    expect(usualMeaning(word, false)).toBeNull();
  });

  it("of life and death are no words of relapse", () => {
    for (const word of ["ex", "sağ", "tot", "vivo", "lebt", "死亡", "사망"])
      expect(usualMeaning(word, false)).toBeNull();
  });
});

describe("words of headers", () => {
  it.each(["DNI", "man", "mon", "BP_dia", "lat", "long", "AR_status", "MES_score", "sure", "gun", "ay", "an"])(
    "“%s” is no unit of time",
    (name) => {
      expect(unitOf(name)).toBeNull();
    },
  );

  it.each(["DOD", "dod", "tot", "total", "tid", "data", "salida", "Ende", "ar", "lever_met"])(
    "“%s” names neither a time nor an event",
    (name) => {
      expect([saysTime(name), saysEvent(name)]).toEqual([false, false]);
    },
  );

  it.each(["död", "Död", "DÖD"])("“%s” is Swedish for death", (name) => {
    expect(saysEvent(name)).toBe(true);
  });

  it.each(["zens", "censure", "生存状态", "생존여부", "vivo", "levend"])(
    "of “%s” it is asked what 1 means, for either is in use",
    (name) => {
      expect(saysInverse(name)).toBe(true);
    },
  );

  it("tell what 0 and 1 mean in a legend", () => {
    const read = (name: string) => legendOf(name)?.entries.map(({ value, as }) => `${value} ${as}`);
    expect(read("zgon (1=tak, 0=nie)")).toEqual(["1 event", "0 censored"]);
    expect(read("ölüm (1=evet 0=hayır)")).toEqual(["1 event", "0 censored"]);
    expect(read("vivo (1=sim, 0=não)")).toEqual(["1 censored", "0 event"]);
    expect(read("исход (0=жив, 1=умер)")).toEqual(["0 censored", "1 event"]);
    expect(read("생존상태 (0=생존, 1=사망)")).toEqual(["0 censored", "1 event"]);
    expect(read("sex (1=m 2=f)")).toBeUndefined();
  });
});
