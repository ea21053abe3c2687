import { describe, expect, it } from "vitest";
import { headerOf, roleOf, type StudyFile, studyOf, unread } from "./studyFiles";

const file = (name: string, ...columns: string[]): StudyFile => ({ name, head: `${columns.join("\t")}\n` });
const comments = "#Patient Identifier\tOverall Survival Status\n#STRING\tSTRING\n";
const cbioportal: StudyFile[] = [
  file("study/data_mutations.txt", "Hugo_Symbol", "Variant_Classification", "Tumor_Sample_Barcode"),
  file("study/data_cna.txt", "Hugo_Symbol", "S-1", "S-2"),
  file("study/data_clinical_sample.txt", "PATIENT_ID", "SAMPLE_ID", "TMB"),
  { name: "study/data_clinical_patient.txt", head: `${comments}PATIENT_ID\tOS_STATUS\tOS_MONTHS\n` },
  file("study/data_timeline_treatment.txt", "PATIENT_ID", "START_DATE", "STOP_DATE", "EVENT_TYPE"),
  file("study/data_gene_panel_matrix.txt", "SAMPLE_ID", "mutations", "cna"),
  file("study/data_sv.txt", "Sample_Id", "Site1_Hugo_Symbol"),
];

/** The names of the cohort and of the others in their order, with what they hold. */
function found(files: StudyFile[]) {
  const { cohort, seconds } = studyOf(files);
  const nameOf = (part: (typeof seconds)[number]) => [files[part.file]?.name.replace(/^.*\//, ""), part.role];
  return { cohort: cohort && nameOf(cohort), seconds: seconds.map(nameOf) };
}

describe("of the files of a study", () => {
  it("cBioPortal’s: the patients are the cohort, samples are joined first, then those that name samples", () => {
    expect(found(cbioportal)).toEqual({
      cohort: ["data_clinical_patient.txt", "patients"],
      seconds: [
        ["data_clinical_sample.txt", "samples"],
        ["data_timeline_treatment.txt", "timeline"],
        ["data_gene_panel_matrix.txt", "panels"],
        ["data_mutations.txt", "mutations"],
        ["data_cna.txt", "copyNumber"],
        ["data_sv.txt", "structural"],
      ],
    });
  });

  it("GDC’s: the clinical file is the cohort, not follow-ups or exposures", () => {
    const files = [
      file("follow_up.tsv", "case_submitter_id", "days_to_follow_up", "disease_response"),
      file("exposure.tsv", "case_submitter_id", "tobacco_smoking_status"),
      file("clinical.tsv", "case_submitter_id", "vital_status", "days_to_death", "days_to_last_follow_up"),
    ];
    expect(found(files).cohort).toEqual(["clinical.tsv", "patients"]);
  });

  it("GDC’s mutations of a sample each, of the same columns, are one file; those of other columns are another", () => {
    const columns = ["Hugo_Symbol", "Variant_Classification", "Tumor_Sample_Barcode"];
    const { seconds } = studyOf([
      file("clinical.tsv", "case_submitter_id", "vital_status", "days_to_death", "days_to_last_follow_up"),
      file("a/1.maf", ...columns),
      file("b/2.maf", ...columns),
      file("other.maf", "Hugo_Symbol", "Tumor_Sample_Barcode"),
      file("c/3.maf", ...columns),
    ]);
    expect(seconds).toEqual([
      { file: 1, role: "mutations", more: [2, 4] },
      { file: 3, role: "mutations", more: [] },
    ]);
  });

  it("CDISC’s: the times to events are the cohort, subjects and responses are joined", () => {
    const files = [
      file("adsl.csv", "USUBJID", "ARM", "AGE", "SEX"),
      file("adrs.csv", "USUBJID", "PARAMCD", "AVALC", "ADT"),
      file("adtte.csv", "USUBJID", "PARAMCD", "AVAL", "CNSR"),
    ];
    const { cohort, seconds } = found(files);
    expect(cohort).toEqual(["adtte.csv", "patients"]);
    expect(seconds.map(([name]) => name)).toEqual(["adsl.csv", "adrs.csv"]);
  });

  it("a cohort with a long table of measurements: the one that says what became of the patients", () => {
    const files = [
      file("measurements.csv", "patient_id", "day", "sum_of_diameters"),
      file("cohort.csv", "patient_id", "os_months", "os_event"),
    ];
    expect(found(files).cohort).toEqual(["cohort.csv", "patients"]);
  });

  it("a second one with the same columns is another cohort and joined to none", () => {
    const cohort = (name: string) => file(name, "patient_id", "os_months", "os_event");
    const {
      cohort: first,
      seconds,
      alike,
    } = studyOf([cohort("a.csv"), cohort("b.csv"), file("c.csv", "patient_id", "ldh")]);
    expect([first?.file, seconds.map((part) => part.file), alike]).toEqual([0, [2], [1]]);
  });

  it("none are patients where all hold genes or events", () => {
    expect(studyOf([cbioportal[0] as StudyFile, cbioportal[4] as StudyFile]).cohort).toBeNull();
    expect(studyOf([]).cohort).toBeNull();
  });
});

it.each([
  ["study/meta_study.txt", "it describes the study"],
  ["study/case_lists/cases_all.txt", "a list of samples"],
  ["study/data_mrna_seq_v2_rsem.txt", "measurements of thousands of genes are not read"],
  ["study/data_cna_hg19.seg", "no table of patients"],
  ["__MACOSX/study/._data.txt", "a hidden file"],
])("%s is not read: %s", (name, why) => {
  expect(unread(name)).toBe(why);
});

it.each([
  "data_clinical_patient.txt",
  "data_cna.txt",
  "data_mutations_extended.txt",
  "cohort.xlsx",
  "adsl.xpt",
  "P1.csv.gz",
])("%s is read", (name) => {
  expect(unread(name)).toBeNull();
});

it("names are read past comments and quotes, whatever separates them", () => {
  expect(headerOf('\uFEFF"PATIENT_ID";"OS (months)"\r\n1;2')).toEqual(["PATIENT_ID", "OS (months)"]);
  expect(headerOf("#version 2.4\nHugo_Symbol\tChromosome\n")).toEqual(["Hugo_Symbol", "Chromosome"]);
  expect(headerOf("one column\n1\n")).toEqual([]);
});

it("a spreadsheet of a patient’s genes is one of mutations", () => {
  expect(roleOf(file("genes.csv", "patient", "gene", "HGVSp_Short"))).toBe("mutations");
});
