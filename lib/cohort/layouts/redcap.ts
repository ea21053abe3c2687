import { counted } from "../../format";
import { proposedRules } from "../proposeRows";
import type { TableSummary } from "../tableSummary";
import { columnNames } from "./columnNames";
import { quotedNames } from "./columnWords";
import { dateSheet } from "./dateSheet";
import type { Layout } from "./layout";

const isCheckbox = (name: string) => /___\d+$/.test(name) || /___[a-z0-9]+$/i.test(name);
const isCompletion = (name: string) => /_complete$/i.test(name);

const marks = ({ columns }: TableSummary) => ({
  events: columns.filter(({ name }) =>
    /^redcap_(event_name|repeat_instrument|repeat_instance|data_access_group)$/i.test(name),
  ),
  checkboxes: columns.filter(({ name }) => isCheckbox(name)),
  completions: columns.filter(({ name }) => isCompletion(name)),
});

/** The columns that hold what was asked of the patient: without form states, checkboxes and REDCap's own. */
const answers = (summary: TableSummary): TableSummary => ({
  ...summary,
  columns: summary.columns.filter(({ name }) => !isCompletion(name) && !isCheckbox(name) && !/^redcap_/i.test(name)),
});

/** REDCap exports: several rows per record, one per event or repeated form, each holding a part of the values. */
export const redcap: Layout = {
  id: "redcap",
  label: "REDCap export",
  recognize: (summary) => {
    const { events, checkboxes, completions } = marks(summary);
    const hasId = summary.columns.some(({ name }) => /^(record_?id|study_?id)$/i.test(name));
    if (events.length === 0 && !(hasId && completions.length > 0)) return null;
    const parts = [
      ...(events.length > 0 ? [`column ${quotedNames(events.slice(0, 1).map(({ name }) => name))}`] : []),
      ...(completions.length > 0 ? [`${counted(completions.length, "column")} of form states`] : []),
      ...(checkboxes.length > 0 ? [counted(checkboxes.length, "checkbox column")] : []),
    ];
    return parts.join(", ");
  },
  propose: (summary) => {
    const inner = answers(summary);
    const layout = [columnNames, dateSheet].find((each) => each.recognize(inner) !== null);
    const id = summary.columns.find(({ name }) => /^(record_?id|study_?id)$/i.test(name)) ?? summary.columns[0];
    return {
      endpoints: [],
      ...layout?.propose(inner),
      patientId: id?.name ?? null,
      severalRows: "firstValue",
      ofRows: proposedRules(inner, id?.name ?? null),
      aside: summary.columns.filter(({ name }) => isCompletion(name) || /^redcap_/i.test(name)).map(({ name }) => name),
    };
  },
};
