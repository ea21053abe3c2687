import type { Board, Endpoint } from "../board/board";
import { counted } from "../format";
import { type Problem, problem } from "../result";
import type { Table } from "../table/table";
import { type EndpointData, weightOf } from "./endpoint";
import type { Patients } from "./patients";

type Weights = Pick<Board, "endpoints">;

/** The one weight that endpoints of a board name; null where they name none, or different ones. */
export function commonWeight({ endpoints }: Weights): Endpoint["weight"] {
  const named = endpoints.flatMap(({ weight }) => (weight === null ? [] : [weight]));
  const [first] = named;
  return first && named.every(({ column, kind }) => column === first.column && kind === first.kind) ? first : null;
}

/**
 * Patients counted by the weight the endpoints agree on, where it is a count: what the cohort as a whole counts, such
 * as its filters, scores and levels. A weight of a sample changes no count.
 */
export function countedByWeight(table: Table, patients: Patients, board: Weights): Patients {
  const weight = commonWeight(board);
  const read = weight?.kind === "count" ? weightOf(table, weight) : null;
  return read?.ok ? withSizes(patients, read.value) : patients;
}

/** The same by the weight of one endpoint, which its ledger and figures go by. */
export const patientsIn = (patients: Patients, { weight, weightKind }: Pick<EndpointData, "weight" | "weightKind">) =>
  weight && weightKind !== "sampling" ? withSizes(patients, weight) : uncounted(patients);

/** The last answer for each weight: a filter changes none of it. */
const kept = new WeakMap<Float64Array, { represents: Uint8Array; patients: Patients }>();

function withSizes(patients: Patients, weight: Float64Array): Patients {
  const known = kept.get(weight);
  if (known?.represents === patients.represents) return known.patients;
  const size = new Float64Array(weight.length);
  const weightless: number[] = [];
  let count = 0;
  for (let row = 0; row < size.length; row++) {
    if (patients.represents[row] === 0) continue;
    const own = weight[row] ?? Number.NaN;
    if (Number.isNaN(own)) weightless.push(row);
    else {
      size[row] = own;
      count += own;
    }
  }
  const answer = { ...patients, size, weightless, weighted: true, count };
  kept.set(weight, { represents: patients.represents, patients: answer });
  return answer;
}

/** Every row that stands for somebody as one patient. */
function uncounted(patients: Patients): Patients {
  if (!patients.weighted) return patients;
  const count = patients.represents.reduce((sum, stands) => sum + stands, 0);
  return { ...patients, size: patients.represents, weightless: [], weighted: false, count };
}

/** Endpoints of one file that do not agree on how many patients a row stands for. */
export function weightsDiffer({ endpoints }: Weights): Problem[] {
  const columns = new Set(endpoints.map(({ weight }) => (weight?.kind === "count" ? weight.column : null)));
  if (columns.size < 2) return [];
  const lists = [...columns].map((column) => {
    const labels = endpoints.filter(({ weight }) => (weight?.kind === "count" ? weight.column : null) === column);
    const words = labels.map(({ label }) => label).join(", ");
    return column === null ? `${words}: one row is one patient` : `${words}: rows stand for patients by “${column}”`;
  });
  return [
    problem(
      "weights-differ",
      `${counted(endpoints.length, "endpoint")} of the same rows count patients differently. ${lists.join("; ")}.`,
      "Give every endpoint the same weight in Data.",
    ),
  ];
}
