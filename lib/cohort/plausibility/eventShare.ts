import { formatCount } from "../../format";
import { notice } from "../../table/notices/notice";
import { countOf } from "../counting";
import { endpointData } from "../endpoint";
import { undecided } from "../openQuestion";
import { type Check, rowsWhere } from "./check";

/** Nobody with the event, or nearly everybody: perhaps the coding is the wrong way round. Nothing is said while values wait for a meaning. */
export const eventShare: Check = (facts) =>
  facts.board.endpoints.flatMap((endpoint) => {
    const data = endpointData(facts.table, endpoint);
    if (!data.ok || endpoint.event === null || endpoint.event.coding.length === 0) return [];
    const { reason, cause } = data.value;
    if (rowsWhere(facts, (row) => reason[row] === undecided).length > 0) return [];
    const usable = rowsWhere(facts, (row) => reason[row] === 0);
    const used = countOf(usable, facts.patients);
    const events = countOf(
      usable.filter((row) => cause[row] === 1),
      facts.patients,
    );
    const others = countOf(
      usable.filter((row) => cause[row] !== 0),
      facts.patients,
    );
    const censored = used - others;
    if (used < 10 || (events > 0 && events <= 0.9 * used)) return [];
    const { label, event } = endpoint;
    const columns = [event.column];
    const hint = `Check what the values of “${event.column}” mean; one click swaps event and censored.`;
    const said =
      events === 0
        ? notice("no-events", 0, `None of ${formatCount(used)} patients has an event in ${label}.`, hint, { columns })
        : notice(
            "nearly-all-events",
            events,
            `${formatCount(events)} of ${formatCount(used)} patients have the event in ${label}, ${formatCount(censored)} are censored.`,
            hint,
            { columns },
          );
    return [{ ...said, remedies: [] }];
  });
