import { type EndpointData, unitOfEndpoint } from "../../cohort/endpoint";
import type { Prepared } from "../../panels/prepared";
import { unitFactor } from "../../panels/timeUnit";
import { timeOrder } from "../../survival";

/**
 * The same patients with every time raised to the end of its month and every entry lowered to the beginning of its own
 * (30.4375 days each), in the endpoint's unit. Nobody's time becomes shorter than it was, and who was followed at all
 * stays so.
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
  const time = data.time.map((value) => Math.ceil(value / month - 1e-9) * month);
  const entry = data.entry?.map((value) => Math.floor(value / month + 1e-9) * month);
  return { ...data, time, ...(entry ? { entry } : {}), order: timeOrder(time, entry) };
}
