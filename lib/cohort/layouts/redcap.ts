import { counted } from "../../format";
import { inOrder } from "../inOrder";
import { proposedRules } from "../proposeRows";
import type { TableSummary } from "../tableSummary";
import { columnNames } from "./columnNames";
import { quotedNames } from "./columnWords";
import { dateSheet } from "./dateSheet";
import type { Layout } from "./layout";

/** With labels instead of names: "Symptoms (choice=Fever)", "Complete?", "Event Name". */
const isChoice = inOrder(/\(choice=/i, /\)( \(\d+\))?$/);
const isCheckbox = (name: string) => /___[a-z0-9]+$/i.test(name) || isChoice.test(name);
const isCompletion = (name: string) => /_complete$/i.test(name) || /^complete\?( \(\d+\))?$/i.test(name);
const isOwn = (name: string) =>
  /^redcap_/i.test(name) ||
  /^(event name|repeat instrument|repeat instance|data access group|survey identifier)$/i.test(name);
const isRecordId = (name: string) => /^(record|study)[_ ]?id$/i.test(name);

const marks = ({ columns }: TableSummary) => ({
  events: columns.filter(({ name }) =>
    /^(redcap_)?(event|repeat|data)[_ ](name|instrument|instance|access[_ ]group)$/i.test(name),
  ),
  checkboxes: columns.filter(({ name }) => isCheckbox(name)),
  completions: columns.filter(({ name }) => isCompletion(name)),
});

/** The columns that hold what was asked of the patient: without form states, checkboxes and REDCap's own. */
const answers = (summary: TableSummary): TableSummary => ({
  ...summary,
  columns: summary.columns.filter(({ name }) => !isCompletion(name) && !isCheckbox(name) && !isOwn(name)),
});

/** REDCap exports: several rows per record, one per event or repeated form, each holding a part of the values. */
export const redcap: Layout = {
  id: "redcap",
  label: "REDCap export",
  recognize: (summary) => {
    const { events, checkboxes, completions } = marks(summary);
    const hasId = summary.columns.some(({ name }) => isRecordId(name));
    // Names such as "Event Name" are REDCap's beside a record id alone.
    if (!hasId && !events.some(({ name }) => /^redcap_/i.test(name))) return null;
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
    const id = summary.columns.find(({ name }) => isRecordId(name)) ?? summary.columns[0];
    return {
      endpoints: [],
      ...layout?.propose(inner),
      patientId: id?.name ?? null,
      severalRows: "firstValue",
      ofRows: proposedRules(inner, id?.name ?? null),
      aside: summary.columns.filter(({ name }) => isCompletion(name) || isOwn(name)).map(({ name }) => name),
    };
  },
};
