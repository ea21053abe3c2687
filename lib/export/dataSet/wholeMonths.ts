import { type EndpointData, unitOfEndpoint } from "../../cohort/endpoint";
import { lastRows } from "../../cohort/intervals";
import { nth } from "../../numeric/nth";
import type { Prepared } from "../../panels/prepared";
import { unitFactor } from "../../panels/timeUnit";
import { timeOrder } from "../../survival";

/**
 * The same patients with every time raised to the end of its month and every entry lowered to the beginning of its own
 * (30.4375 days each), in the endpoint's unit. Nobody's time becomes shorter than it was, and who was followed at all
 * stays so. An interval of a patient that is not the last ends, as the next begins, at the beginning of a month.
 */
export function inWholeMonths(prepared: Prepared): Prepared {
  const endpoints = prepared.endpoints.map((endpoint, index) => {
    const defined = prepared.board.endpoints[index];
    if (!endpoint.data || !defined) return endpoint;
    const month = unitFactor("months", unitOfEndpoint(defined));
    return { ...endpoint, data: rounded(endpoint.data, month) };
  });
  return { ...prepared, endpoints };
}

function rounded(data: EndpointData, month: number): EndpointData {
  const up = (value: number) => Math.ceil(value / month - 1e-9) * month;
  const down = (value: number) => Math.floor(value / month + 1e-9) * month;
  const entry = data.entry?.map(down);
  // Intervals of a patient still meet where they met, without an event; the last goes on to the end of its month.
  const last = data.patient && lastRows(data.patient, data.time);
  const time = data.time.map((value, row) => {
    if (!last || !entry || last.get(nth(data.patient ?? [], row)) === row) return up(value);
    return down(value) > nth(entry, row) ? down(value) : Number.NaN;
  });
  return { ...data, time, ...(entry ? { entry } : {}), order: timeOrder(time, entry) };
}
