import { type Answer, type Evidence, part, see, together, whole } from "./checklist";

/** What several checklists ask, answered once. */

const tables = ({ characteristics }: Evidence) => characteristics.map(({ table }) => table);

export const endpoints = ({ endpoints: each }: Evidence): Answer =>
  whole(each.length === 0 ? "" : `Defined in Methods: ${each.join(", ")}.`);

export const eligibility = ({ filters }: Evidence): Answer =>
  part(filters.length === 0 ? "" : `Filters of this analysis: ${filters.join("; ")}.`);

export const periods = ({ cutoff, followUp }: Evidence): Answer => part(together(cutoff, ...followUp));

export const followUp = (evidence: Evidence): Answer => whole(evidence.followUp.join(" "));

/** The board begins with the file: who was asked before that, it does not know. */
export const flow = ({ flow: there, counted }: Evidence): Answer =>
  part(there ? together("See Flow of patients, from the file on, with reasons.", see(counted)) : "");

export const missing = ({ missing: each }: Evidence): Answer =>
  part(each.length === 0 ? "" : `Patients without a value are left out of what needs it: ${each.join("; ")}.`);

export const characteristics = (evidence: Evidence): Answer => part(see(tables(evidence)));

export const missingCounts = ({ characteristics: each }: Evidence): Answer =>
  part(see(each.filter(({ countsMissing }) => countsMissing).map(({ table }) => table)));

export const definitions = ({ definitions: each, searched }: Evidence): Answer =>
  part(
    together(
      each.length === 0 ? "" : `Defined in Methods: ${each.join(", ")}.`,
      searched ? "The cut-point was searched among these patients; see Methods." : "",
    ),
  );

export const statistics = ({ methods }: Evidence): Answer => part(methods ? "See Methods." : "");

export const events = ({ counted }: Evidence): Answer => whole(see(counted));
