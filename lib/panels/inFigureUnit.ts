import type { Board, TimeUnit } from "../board/board";
import type { EndpointData } from "../cohort/endpoint";
import { timeOrder } from "../survival";
import type { Clock } from "./clock";
import { timeIn, unitsOf } from "./timeUnit";

/** What of a panel of curves is a time, on the board in the unit of its endpoint, and the unit its figure is to have. */
interface Timed {
  endpoint: string;
  landmark: number | null;
  censorAt: number | null;
  tau?: number | null;
  givenAliveAt?: number | null;
  figure: { unit: TimeUnit | null };
}

/**
 * A panel with all its times in the unit of its figure, which is said. What is computed takes no other, so that times
 * of two units never meet: the rows it is computed from are in `figure.unit` too, and so is all that follows.
 */
export type InFigureUnit<P extends { figure: object }> = P & { figure: P["figure"] & { unit: TimeUnit } };

/** The panel in the unit of its figure: the one chosen, else that of its endpoint. */
export function inFigureUnit<P extends Timed>(panel: P, { endpoints }: Pick<Board, "endpoints">): InFigureUnit<P> {
  const { kept: own, shown: unit } = unitsOf(panel, { endpoints });
  const { landmark, censorAt, tau, givenAliveAt } = panel;
  const times = Object.entries({ landmark, censorAt, tau, givenAliveAt }).flatMap(([name, time]) =>
    typeof time === "number" ? [[name, timeIn(time, own, unit)]] : [],
  );
  return { ...panel, ...Object.fromEntries(times), figure: { ...panel.figure, unit } };
}

/**
 * The clock of a panel in the unit of its endpoint, where it is turned: there times are as the file has them, and who
 * has the event just then is told from who has it later. Twelve digits take back the division.
 */
export function clockIn({ landmark, censorAt }: Clock, from: TimeUnit, to: TimeUnit): Clock {
  const own = (time: number | null) => (time === null ? null : Number(timeIn(time, from, to).toPrecision(12)));
  return from === to ? { landmark, censorAt } : { landmark: own(landmark), censorAt: own(censorAt) };
}

/** The answers for each endpoint: a filter must not sort the times anew. */
const kept = new WeakMap<EndpointData, Map<string, EndpointData>>();

/** The times and entries of an endpoint, which are in the unit `from`, in another. */
export function endpointIn(data: EndpointData, from: TimeUnit, to: TimeUnit): EndpointData {
  if (from === to) return data;
  const answers = kept.get(data) ?? new Map<string, EndpointData>();
  kept.set(data, answers);
  const known = answers.get(`${from} ${to}`);
  if (known) return known;
  const time = data.time.map((each) => timeIn(each, from, to));
  const entry = data.entry?.map((each) => timeIn(each, from, to));
  const answer: EndpointData = { ...data, time, entry, order: timeOrder(time, entry) };
  answers.set(`${from} ${to}`, answer);
  return answer;
}
