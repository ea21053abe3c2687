import { expose } from "comlink";

/** What every worker answers beside its own work, so that the page hears when it has ended or hangs. */
export interface Alive {
  /** Answered at once by a worker that is not at work. */
  ping(): void;
  /** Keeps the page's port open: it closes when the worker ends, however it does. */
  hold(port: MessagePort): void;
}

/** Offers the methods of a worker to the page. */
export function exposeAlive<Api extends object>(api: Api, endpoint?: Parameters<typeof expose>[1]): void {
  const held: MessagePort[] = [];
  const alive: Alive = {
    ping: () => {},
    hold: (port) => {
      held.push(port);
      port.start();
    },
  };
  expose({ ...api, ...alive }, endpoint);
}
