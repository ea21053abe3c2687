import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Endpoint } from "../../board/board";
import { tableSummary } from "../tableSummary";
import { tableFrom } from "../testing";
import { recognize } from ".";

/**
 * What a layout must say and propose of a small file, and a file without what decides, which it must leave to others.
 */
interface Contract {
  id: string;
  file: string;
  without: string;
  evidence: string;
  /** Endpoint, time and unit, event column and what its values mean. */
  endpoints: string[];
  proposes?: Record<string, unknown>;
  notes?: string[];
}

const lines = (...all: string[]) => `${all.join("\n")}\n`;
const tabs = (...all: string[]) => lines(...all).replaceAll(",", "\t");

const cbioportalRows = ["PATIENT_ID,OS_MONTHS,OS_STATUS", "P1,5,1:DECEASED", "P2,7,0:LIVING"];
const study = ["Overall Survival (Months),Overall Survival Status", "5,1:DECEASED", "7,0:LIVING"];
const colonRows = ["id,rx,time,status,etype", "1,Obs,300,1,1", "1,Obs,500,1,2", "2,Lev,400,0,1", "2,Lev,900,0,2"];

const contracts: Contract[] = [
  {
    id: "transitions",
    file: lines("id,from,to,trans,Tstart,Tstop,status", "1,1,2,1,0,5,1", "1,1,3,2,0,5,0", "2,1,2,1,0,7,0"),
    without: lines("id,from,Tstart,Tstop,status", "1,1,0,5,1", "1,1,0,5,0", "2,1,0,7,0"),
    evidence:
      "“from” and “to” say from which state to which each row goes, so no curve is proposed: open a file with one row per patient, its time and what happened",
    endpoints: [],
  },
  {
    id: "cbioportal-patient",
    file: tabs("#Patient,Overall,Status", "#a,b,c", "#STRING,NUMBER,STRING", "#1,1,1", ...cbioportalRows),
    without: tabs(...cbioportalRows).replace("PATIENT_ID", "SAMPLE"),
    evidence: "4 comment rows, endpoint OS",
    endpoints: ["os “Overall survival”: OS_MONTHS months; OS_STATUS 1:DECEASED event, 0:LIVING censored"],
    proposes: {
      patientId: "PATIENT_ID",
      columns: [
        { name: "PATIENT_ID", label: "Patient" },
        { name: "OS_MONTHS", label: "Overall" },
        { name: "OS_STATUS", label: "Status" },
      ],
    },
  },
  {
    id: "cbioportal-study-view",
    file: tabs(
      ...study.map((row, place) => `${place ? `s,P${place},S${place}` : "Study ID,Patient ID,Sample ID"},${row}`),
    ),
    without: tabs(...study.map((row, place) => `${place ? `S${place}` : "Sample ID"},${row}`)),
    evidence: "columns “Study ID”, “Patient ID” and “Sample ID”, one row per sample, endpoint Overall Survival",
    endpoints: [
      "os “Overall survival”: Overall Survival (Months) months; Overall Survival Status 1:DECEASED event, 0:LIVING censored",
    ],
    proposes: { patientId: "Patient ID", severalRows: "firstValue" },
  },
  {
    id: "adtte",
    file: lines(
      "USUBJID,PARAMCD,PARAM,AVAL,CNSR,TRT01P",
      "1,OS,Overall Survival (Days),5,0,A",
      "1,PFS,Progression-Free Survival (Days),3,2,A",
      "2,OS,Overall Survival (Days),9,1,B",
    ),
    without: lines("USUBJID,PARAMCD,PARAM,AVAL,TRT01P", "1,OS,Overall Survival (Days),5,A"),
    evidence: "columns “USUBJID”, “PARAMCD”, “PARAM”, “AVAL” and “CNSR”",
    endpoints: [
      "os “Overall Survival”: AVAL (OS) days; CNSR (OS) 0 event, 2 censored, 1 censored",
      "pfs “Progression-Free Survival”: AVAL (PFS) days; CNSR (PFS) 0 event, 2 censored, 1 censored",
    ],
    proposes: {
      patientId: "USUBJID",
      pivot: { parameter: "PARAMCD", values: ["PARAM", "AVAL", "CNSR"] },
      group: "TRT01P",
    },
    notes: [
      "“CNSR” is read as CDISC defines it: 0 is the event (1 rows), every positive number is censored (2).",
      "“PARAMCD” has 2 values, OS, PFS: each is an endpoint of its own, and a patient's rows are one patient.",
    ],
  },
  {
    id: "adrs",
    file: lines(
      "USUBJID,TRT01P,PARAMCD,PARAM,AVALC,ADT",
      "1,A,BOR,Best Overall Response,PR,2020-03-01",
      "1,A,OVRLRESP,Overall Response,SD,2020-02-01",
      "1,A,OVRLRESP,Overall Response,PR,2020-03-01",
      "2,B,BOR,Best Overall Response,PD,2020-02-02",
    ),
    without: lines("USUBJID,TRT01P,PARAMCD,PARAM,AVALC,ADT", "1,A,LDH,Lactate dehydrogenase,HIGH,2020-03-01"),
    evidence: "columns “USUBJID”, “PARAMCD” and “AVALC”, best response from BOR",
    endpoints: [],
    proposes: {
      patientId: "USUBJID",
      severalRows: "first",
      pivot: { parameter: "PARAMCD", values: ["PARAM", "AVALC", "ADT"] },
      ofRows: [{ column: "AVALC", take: { rule: "bestResponse", by: "ADT" } }],
      response: "AVALC (BOR)",
      group: "TRT01P",
    },
    notes: ["Best response is “AVALC” where “PARAMCD” is BOR; 1 other parameter, OVRLRESP, is a column of its own."],
  },
  {
    id: "gdc",
    file: tabs(
      "case_submitter_id,vital_status,days_to_death,days_to_last_follow_up",
      "A,Dead,100,'--",
      "B,Alive,'--,200",
      "C,Not Reported,'--,200",
    ),
    without: tabs("case_submitter_id,vital_status,days_to_death", "A,Dead,100", "B,Alive,'--"),
    evidence: "columns “vital_status”, “days_to_death” and “days_to_last_follow_up”",
    endpoints: [
      "os “Overall survival”: days_to_death or days_to_last_follow_up days; vital_status Dead event, Alive censored; from diagnosis",
    ],
    proposes: { patientId: "case_submitter_id", severalRows: "firstValue", ofRows: [], shownIn: "months" },
  },
  {
    id: "gdc",
    file: tabs(
      "cases.submitter_id,demographic.vital_status,demographic.days_to_death,diagnoses.days_to_last_follow_up,follow_ups.days_to_follow_up",
      "A,Dead,100,'--,90",
      "B,Alive,'--,'--,200",
      "B,Alive,'--,'--,400",
    ),
    without: tabs("cases.submitter_id,demographic.vital_status,demographic.days_to_death", "A,Dead,100", "B,Alive,'--"),
    evidence: "columns “demographic.vital_status”, “demographic.days_to_death” and “follow_ups.days_to_follow_up”",
    endpoints: [
      "os “Overall survival”: demographic.days_to_death or follow_ups.days_to_follow_up days; demographic.vital_status Alive censored, Dead event; from diagnosis",
    ],
    proposes: { ofRows: [{ column: "follow_ups.days_to_follow_up", take: { rule: "greatest" } }] },
  },
  {
    id: "gdc",
    file: tabs("bcr_patient_barcode,vital_status,last_contact_days_to,death_days_to", "A,Dead,90,100", "B,Alive,200,"),
    without: tabs("bcr_patient_barcode,vital_status,death_days_to", "A,Dead,100", "B,Alive,"),
    evidence: "columns “vital_status”, “death_days_to” and “last_contact_days_to”",
    endpoints: [
      "os “Overall survival”: death_days_to or last_contact_days_to days; vital_status Dead event, Alive censored; from diagnosis",
    ],
    proposes: { patientId: "bcr_patient_barcode" },
  },
  {
    id: "target",
    file: lines(
      "TARGET USI,First Event,Event Free Survival Time in Days,Vital Status,Overall Survival Time in Days",
      "A,Relapse,100,Dead,200",
      "B,Censored,300,Alive,300",
      "C,Second Malignant Neoplasm,150,Alive,400",
      "D,Other,160,Unknown,400",
    ),
    without: lines("TARGET USI,First Event,Vital Status", "A,Relapse,Dead", "B,Censored,Alive"),
    evidence:
      "columns “Overall Survival Time in Days”, “Vital Status”, “Event Free Survival Time in Days” and “First Event”",
    endpoints: [
      "os “Overall survival”: Overall Survival Time in Days days; Vital Status Alive censored, Dead event; from diagnosis",
      "efs “Event-free survival”: Event Free Survival Time in Days days; First Event Relapse event, Censored censored, Second Malignant Neoplasm event; from diagnosis",
    ],
    proposes: { patientId: "TARGET USI", shownIn: "months" },
  },
  {
    id: "plco",
    file: lines("plco_id,arm,is_dead,mortality_exitdays,mortality_exitage", "A,1,1,3000,70", "B,2,0,4700,75"),
    without: lines("plco_id,arm,mortality_exitdays,mortality_exitage", "A,1,3000,70", "B,2,4700,75"),
    evidence: "columns “mortality_exitdays” and “is_dead”",
    endpoints: ["os “Overall survival”: mortality_exitdays days; is_dead 1 event, 0 censored; from randomization"],
    proposes: { patientId: "plco_id", group: "arm", shownIn: "years" },
  },
  {
    id: "genie-bpc",
    file: lines("record_id,tt_os_dx_days,os_dx_status,dx_cpt_rep_days", "1,100,1,20", "2,200,0,30"),
    without: lines("record_id,tt_os_dx_days,dx_cpt_rep_days", "1,100,20", "2,200,30"),
    evidence: "one endpoint, “tt_os_dx_days” and “os_dx_status”, delayed entry at “dx_cpt_rep_days”",
    endpoints: [
      "os-dx “Overall survival (os_dx)”: tt_os_dx_days days; os_dx_status 1 event, 0 censored; from diagnosis; entry dx_cpt_rep_days days",
    ],
    proposes: { patientId: "record_id", shownIn: "months" },
  },
  {
    id: "genie-bpc",
    file: lines("record_id,tt_os_g_mos,os_g_status,dx_cpt_rep_days", "1,100,1,20", "2,200,0,30"),
    without: lines("record_id,tt_os_g_mos,dx_cpt_rep_days", "1,100,20", "2,200,30"),
    evidence: "one endpoint, “tt_os_g_mos” and “os_g_status”, no report date for delayed entry",
    endpoints: ["os-g “Overall survival (os_g)”: tt_os_g_mos months; os_g_status 1 event, 0 censored"],
  },
  {
    id: "seer-stat",
    file: lines(
      "Patient ID,Survival months,Vital status recode (x),SEER cause-specific death classification",
      "1,0012,Dead,Dead (attributable to this cancer dx)",
      "2,0034,Alive,Alive or dead of other cause",
      "3,0020,Dead,Alive or dead of other cause",
      "4,0020,Dead,Dead (missing/unknown COD)",
    ),
    without: lines("Patient ID,Survival months", "1,0012", "2,0034"),
    evidence:
      "columns “Survival months”, “Vital status recode (x)” and “SEER cause-specific death classification”, whole months",
    endpoints: [
      "os “Overall survival”: Survival months months; Vital status recode (x) Dead event, Alive censored; from diagnosis",
      "css “Cause-specific survival”: Survival months months; SEER cause-specific death classification Alive or dead of other cause censored, Dead (attributable to this cancer dx) event; competing Vital status recode (x) death of another cause; from diagnosis",
    ],
    proposes: { patientId: "Patient ID", columns: [{ name: "Survival months", kind: "number" }] },
  },
  {
    id: "redcap",
    file: lines(
      "record_id,redcap_event_name,os_months,death,baseline_complete,symptoms___1",
      "1,baseline,5,1,2,0",
      "2,baseline,7,0,2,1",
    ),
    without: lines("record_id,os_months,death", "1,5,1", "2,7,0"),
    evidence: "column “redcap_event_name”, 1 column of form states, 1 checkbox column",
    endpoints: ["os “Overall survival”: os_months months; death 1 event, 0 censored"],
    proposes: {
      patientId: "record_id",
      severalRows: "firstValue",
      ofRows: [],
      aside: ["redcap_event_name", "baseline_complete"],
    },
  },
  {
    id: "redcap",
    file: lines(
      "record_id,redcap_event_name,rand_date,progression_date,death_date,last_alive_date,vital_status",
      "1,baseline,2020-01-01,,,,",
      "1,fu,,2020-05-01,,2020-03-01,0",
      "1,fu,,2020-06-01,2020-09-01,2020-08-01,1",
      "2,baseline,2020-02-01,,,,",
      "2,fu,,,,2020-03-01,0",
    ),
    without: lines("record_id,rand_date,death_date", "1,2020-01-01,", "2,2020-02-01,2020-03-01"),
    evidence: "column “redcap_event_name”",
    endpoints: [
      "os “Overall survival”: OS from rand_date, death death_date, last contact last_alive_date; vital_status 0 censored, 1 event; from randomization",
      "pfs “Progression-free survival”: PFS from rand_date, death death_date, last contact last_alive_date; vital_status 0 censored, 1 event; from randomization",
    ],
    proposes: {
      ofRows: [
        { column: "progression_date", take: { rule: "smallest" } },
        { column: "last_alive_date", take: { rule: "greatest" } },
        { column: "vital_status", take: { rule: "last" } },
      ],
    },
  },
  {
    id: "redcap",
    file: lines(
      "Record ID,Event Name,Repeat Instrument,Vital status,OS (months),Symptoms (choice=Fever),Complete?",
      "1,Baseline,,Dead,5,Checked,Complete",
      "2,Baseline,,Alive,7,Unchecked,Complete",
    ),
    without: lines("Event Name,Vital status,OS (months)", "Baseline,Dead,5", "Baseline,Alive,7"),
    evidence: "column “Event Name”, 1 column of form states, 1 checkbox column",
    endpoints: ["os “Overall survival”: OS (months) months; Vital status Dead event, Alive censored"],
    notes: ["The meaning of “Vital status” is read from its words: event = Dead (1), censored = Alive (1)."],
    proposes: {
      patientId: "Record ID",
      severalRows: "firstValue",
      aside: ["Event Name", "Repeat Instrument", "Complete?"],
    },
  },
  {
    id: "tcga-cdr",
    file: tabs("sample,_PATIENT,OS,OS.time,PFI,PFI.time", "S1,P1,1,100,1,50", "S2,P2,0,200,0,200"),
    without: tabs("sample,_PATIENT,OS,PFI", "S1,P1,1,1", "S2,P2,0,0"),
    evidence: "columns “_PATIENT”, “OS”, “OS.time”, “PFI” and “PFI.time”, times in days",
    endpoints: [
      "os “Overall survival”: OS.time days; OS 1 event, 0 censored",
      "pfi “Progression-free interval”: PFI.time days; PFI 1 event, 0 censored",
    ],
    proposes: { patientId: "_PATIENT", severalRows: "firstValue", shownIn: "months" },
  },
  {
    id: "r-survival",
    file: lines("inst,time,status,age,ph.ecog", "3,306,2,74,1", "3,455,1,68,0"),
    without: lines("inst,time,age,ph.ecog", "3,306,74,1"),
    evidence: "columns “time”, “status” and “ph.ecog” as in R's lung data",
    endpoints: ["os “Overall survival”: time days; status open"],
    notes: ["“status” can be read in 2 ways: event = 2 (1), censored = 1 (1); or event = 1 (1), censored = 2 (1)."],
    proposes: { patientId: null, shownIn: "months" },
  },
  {
    id: "r-survival",
    file: lines(...colonRows),
    without: lines(...colonRows.map((row) => row.split(",").toSpliced(3, 1).join(","))),
    evidence: "columns “time”, “status” and “etype”, two rows per patient as in R's colon data",
    endpoints: [
      "recurrence “Time to recurrence”: time (1) days; status (1) 1 event, 0 censored",
      "os “Overall survival”: time (2) days; status (2) 1 event, 0 censored",
    ],
    proposes: {
      patientId: "id",
      pivot: { parameter: "etype", values: ["time", "status"] },
      group: "rx",
      shownIn: "years",
    },
  },
  {
    id: "r-survival",
    file: lines("start,stop,event,age", "0,50,1,30", "6,16,0,40"),
    without: lines("stop,event,age", "50,1,30", "16,0,40"),
    evidence: "intervals from “start” to “stop” with “event”, delayed entry at “start”",
    endpoints: ["survival “Survival”: stop null; event 1 event, 0 censored; entry start null"],
  },
  {
    id: "r-survival",
    file: lines("time,status,x", "5,1,a", "7,2,b", "8,2,b"),
    without: lines("time,status,x", "5,1,a", "7,0,b", "8,0,b"),
    evidence: "time “time” with status “status” of 1 and 2",
    endpoints: ["survival “Survival”: time null; status open"],
    notes: ["“status” can be read in 2 ways: event = 2 (2), censored = 1 (1); or event = 1 (1), censored = 2 (2)."],
  },
  {
    id: "column-names",
    file: lines("os_months,os_event,arm", "5,dead,A", "7,alive,B"),
    without: lines("os_months,arm", "5,A", "7,B"),
    evidence: "by their names: time “os_months” with event “os_event”",
    endpoints: ["os “Overall survival”: os_months months; os_event dead event, alive censored"],
    notes: ["The meaning of “os_event” is read from its words: event = dead (1), censored = alive (1)."],
    proposes: { group: "arm" },
  },
  {
    id: "column-names",
    file: lines("os_months,arm", "5.5,A", "7.5+,B", "6.5,B", "9.5,A"),
    without: lines("os_months,arm", "5.5,A", "7.5,B", "6.5,B", "9.5,A"),
    evidence: "time “os_months”, its censored times marked",
    endpoints: [
      "os “Overall survival”: os_months months; os_months (exact or at least) exact event, at least censored",
    ],
    notes: [
      "1 of 4 cells in “os_months” say that the time is at least so long, as “7.5+”: they are read as censored there, and the others as events.",
    ],
    proposes: { group: "arm", columns: [{ name: "os_months", limits: "censored" }] },
  },
  {
    id: "date-sheet",
    file: lines(
      "date_on_study,admission_date,death_date,last_contact",
      "2020-01-05,2020-01-01,2020-06-01,2020-06-01",
      "2020-01-07,2020-01-01,,2021-01-01",
    ),
    without: lines("date_on_study,admission_date", "2020-01-05,2020-01-01", "2020-01-07,2020-01-01"),
    evidence: "dates “date_on_study”, “death_date” and “last_contact”",
    endpoints: [
      "os “Overall survival”: OS from date_on_study, death death_date, last contact last_contact; from study entry",
    ],
  },
  {
    id: "date-sheet",
    file: lines(
      "diagnosis_date,death_date,last_contact,arm",
      "2020-01-01,2020-06-01,2020-06-01,A",
      "2020-01-01,,2021-01-01,B",
    ),
    without: lines("diagnosis_date,arm", "2020-01-01,A", "2020-01-01,B"),
    evidence: "dates “diagnosis_date”, “death_date” and “last_contact”",
    endpoints: [
      "os “Overall survival”: OS from diagnosis_date, death death_date, last contact last_contact; from diagnosis",
    ],
    proposes: { group: "arm" },
  },
];

const layoutOf = async (file: string) => recognize(tableSummary(await tableFrom(file)));

function timeInWords({ time }: Endpoint): string {
  switch (time.from) {
    case "column":
      return `${time.column} ${time.unit}`;
    case "dates":
      return `${time.start} to ${time.end} ${time.unit}`;
    case "outcome":
      return `${time.event} or ${time.otherwise} ${time.unit}`;
    case "rule":
      return `${time.rule} from ${time.start}, death ${time.death}, last contact ${time.lastContact}`;
  }
}

function endpointInWords(endpoint: Endpoint): string {
  const { id, label, event, origin, entry, entryUnit } = endpoint;
  const coding = event?.coding.map(({ value, as }) => `${value} ${as}`).join(", ") || "open";
  return [
    `${id} “${label}”: ${timeInWords(endpoint)}`,
    ...(event ? [`${event.column} ${coding}`] : []),
    ...(event?.competing ? [`competing ${event.competing.column} ${event.competing.cause}`] : []),
    ...(origin ? [`from ${origin}`] : []),
    ...(entry ? [`entry ${entry} ${entryUnit}`] : []),
  ].join("; ");
}

describe("times and events by their names", () => {
  const withDates = (dates: number, time: string) => {
    const names = ["visit_date", "sample_date"].slice(0, dates);
    const row = (number: number) => [...names.map(() => "2020-01-01"), number, number % 2];
    return lines([...names, time, "status"].join(","), row(5).join(","), row(8).join(","));
  };

  it("are paired where they are the only ones of their kind, but beside dates only by a name that says so", async () => {
    expect((await layoutOf(withDates(1, "days_expected")))?.id).toBe("column-names");
    expect((await layoutOf(withDates(2, "days_expected")))?.id).not.toBe("column-names");
    expect((await layoutOf(withDates(2, "os_days")))?.id).toBe("column-names");
  });
});

describe("a sheet with a day of start and a day of end", () => {
  const proposedOf = async (header: string, ...values: string[]) => {
    const rows = values.map((value, at) => `P${at},2015-01-1${at},2018-02-1${at},${value}`);
    return (await layoutOf(lines(header, ...rows)))?.proposal.endpoints.map(endpointInWords) ?? [];
  };

  it.each([
    ["id,diag,last_fu,status", "diag to last_fu months; status open; from diagnosis", ["A", "D", "L"]],
    ["id,dx,last,vivo", "dx to last months; vivo open; from diagnosis", ["si", "no"]],
    [
      "id,entry_date,exit_date,exit_reason",
      "entry_date to exit_date months; exit_reason death event; from study entry",
      ["death", "emigration", "end of study"],
    ],
  ])("%s", async (header, said, values) => {
    expect(await proposedOf(header, ...values)).toEqual([`os “Overall survival”: ${said}`]);
  });

  it("needs a column that says who died, and no other status is taken for it", async () => {
    expect(await proposedOf("id,diag,last_fu,er_status", "pos", "neg")).toEqual([]);
    expect(await proposedOf("id,diag,last_fu,site", "lung", "liver")).toEqual([]);
  });
});

describe("pairs of columns", () => {
  const values = (time: number, flag: number) => [time, flag].join(",");
  const rows = [5, 8, 13, 21, 34, 55].map((time, row) => values(time, row % 2));
  const pairsOf = async (header: string, more = rows) =>
    (await layoutOf(lines(header, ...more)))?.proposal.endpoints.map(endpointInWords) ?? [];
  const coded = (event: string) => `${event} 0 censored, 1 event`;

  it.each([
    ["T,E", "survival “Survival”: T null"],
    ["time,delta", "survival “Survival”: time null"],
    ["ftime,fstatus", "survival “Survival”: ftime null"],
    ["OS,Death", "os “Overall survival”: OS null"],
    ["RFS,Recurrence", "rfs “Relapse-free survival”: RFS null"],
    ["_OS,_OS_IND", "os “Overall survival”: _OS null"],
    ["OS_days,OS", "os “Overall survival”: OS_days days"],
    ["srv,srvstat", "survival “Survival”: srv null"],
    ["rfstime,rfsstat", "rfs “Relapse-free survival”: rfstime null"],
    ["prtime,prstat", "prtime “Prtime”: prtime null"],
    ["GTIME_KI,GSTATUS_KI", "gtime-ki “Gtime ki”: GTIME_KI null"],
    ["months,relapse", "relapse “Time to relapse”: months months"],
    ["time_to_relapse,relapse", "to-relapse “Time to relapse”: time_to_relapse null"],
    ["relapse_months,relapse", "relapse “Relapse”: relapse_months months"],
  ])("%s", async (header, said) => {
    const [, event = ""] = header.split(",");
    expect(await pairsOf(header)).toEqual([`${said}; ${coded(event)}`]);
  });

  it.each([
    ["a stage T beside receptors E", "T,E", ["1,0", "2,1", "3,0", "4,1"]],
    ["a receptor and its status", "ER,ER_status", rows],
    ["a marker called after nothing of survival", "ki67,ki67_status", rows],
    ["where the relapse was", "months,relapse_site", ["5,local", "8,distant", "9,local"]],
    ["an identity card", "DNI,alive_status", rows],
  ])("are not %s", async (_, header, more) => {
    expect(await pairsOf(header, more)).toEqual([]);
  });

  it("are not disturbed by a column that is called like an endpoint and no time", async () => {
    const more = rows.map((row, at) => `${row},${(at * 7) % 11}`);
    expect(await pairsOf("os_months,status,DSS", more)).toEqual([
      "os “Overall survival”: os_months months; status 0 censored, 1 event",
    ]);
    expect(
      await pairsOf(
        "months,OS",
        rows.map((row, at) => `${row.split(",")[0]},${1 + (at % 2)}`),
      ),
    ).toEqual([]);
  });

  it("are of a time to each event with that event", async () => {
    const more = rows.map((row, at) => `${row},${at + 60},${at % 3 === 0 ? 1 : 0}`);
    expect(await pairsOf("time_to_relapse,relapse,time_to_death,death", more)).toEqual([
      "to-relapse “Time to relapse”: time_to_relapse null; relapse 0 censored, 1 event",
      "os “Overall survival”: time_to_death null; death 0 censored, 1 event",
    ]);
  });

  it("are one endpoint where its time is given in two units, and not where it is the first that counts", async () => {
    const more = rows.map((row, at) => `${row.split(",")[0]},${at / 10},${row.split(",")[1]}`);
    expect(await pairsOf("os_days,os_months,dead", more)).toEqual([
      "os “Overall survival”: os_days days; dead 0 censored, 1 event",
    ]);
    expect(await pairsOf("os_days,overall_survival_days,dead", more)).toEqual([
      "os “Overall survival”: os_days days; dead open",
    ]);
  });

  it("are of a time to each event in German, too", async () => {
    const more = rows.map((row, at) => `${row},${at + 60},${at % 3 === 0 ? 1 : 0}`);
    expect(await pairsOf("Zeit bis Rezidiv (Monate),Rezidiv,Zeit bis Tod (Monate),Tod", more)).toEqual([
      "recurrence “Time to recurrence”: Zeit bis Rezidiv (Monate) months; Rezidiv 0 censored, 1 event",
      "os “Overall survival”: Zeit bis Tod (Monate) months; Tod 0 censored, 1 event",
    ]);
  });

  it("are called survival where the name of the time says no more than that it is one to an event", async () => {
    expect(await pairsOf("time to event (months),event")).toEqual([
      "survival “Survival”: time to event (months) months; event 0 censored, 1 event",
    ]);
  });

  it("take death, and not relapse, for the event of the only time", async () => {
    const found = await pairsOf(
      "months,relapse,death",
      rows.map((row, at) => `${row},${at % 3 === 0 ? 1 : 0}`),
    );
    expect(found).toEqual(["os “Overall survival”: months months; death 0 censored, 1 event"]);
  });

  it("are of each endpoint with its unit the event it can mean: death alone, and progression or death", async () => {
    const more = rows.map((row, at) => `${row},${(at + 3) * 7},${at % 3 === 0 ? 1 : 0}`);
    expect(await pairsOf("PFS (mo),Progressed or died,OS (mo),Dead", more)).toEqual([
      "pfs “Progression-free survival”: PFS (mo) months; Progressed or died 0 censored, 1 event",
      "os “Overall survival”: OS (mo) months; Dead 0 censored, 1 event",
    ]);
    expect(await pairsOf("PFS (mo),dead,OS (mo),died", more)).toEqual([]);
    const said = await layoutOf(lines("PFS (mo),Progressed or died", ...rows));
    expect(said?.proposal.notes).toEqual([]);
  });

  it("take of several columns of status the one that speaks of life and death", async () => {
    const found = await pairsOf("months,ER status,status", ["5,positive,dead", "8,negative,alive", "9,positive,alive"]);
    expect(found).toEqual(["os “Overall survival”: months months; status alive censored, dead event"]);
  });

  it("say that relapse-free survival counts deaths where its event names relapse alone", async () => {
    const messages = async (header: string) =>
      (await layoutOf(lines(header, ...rows)))?.proposal.notes?.map(({ message }) => message);
    expect(await messages("RFS,Recurrence")).toEqual([
      "Relapse-free survival counts deaths too; “Recurrence” does not say whether it does.",
    ]);
    expect(await messages("rfs_months,rfs_event")).toEqual([]);
  });
});

describe("a layout", () => {
  it.each(contracts)("$id is recognized by its evidence: $evidence", async ({ id, file, evidence }) => {
    expect(await layoutOf(file)).toMatchObject({ id, evidence });
  });

  it.each(contracts)("$id is not recognized without what decides ($evidence)", async ({ id, without }) => {
    expect((await layoutOf(without))?.id).not.toBe(id);
  });

  it.each(contracts)("$id proposes endpoints, patients and groups ($evidence)", async ({ file, ...wanted }) => {
    const found = await layoutOf(file);
    expect(found?.proposal.endpoints.map(endpointInWords)).toEqual(wanted.endpoints);
    expect(found?.proposal).toMatchObject(wanted.proposes ?? {});
    expect((found?.proposal.notes ?? []).map(({ message }) => message)).toEqual(wanted.notes ?? []);
  });

  it("has a contract, whichever it is", () => {
    const folder = fileURLToPath(new URL(".", import.meta.url));
    const ids = readdirSync(folder)
      .filter((name) => !name.endsWith(".test.ts"))
      .flatMap((name) => /^ {2}id: "([^"]+)",$/m.exec(readFileSync(folder + name, "utf8"))?.[1] ?? []);
    expect([...new Set(contracts.map(({ id }) => id))].sort()).toEqual(ids.sort());
  });
});
