import type { IncomingMessage } from 'node:http';
import { addressKey } from '../limits/request-limit.ts';

/** Sockets of a process: far above a city, far below what would break it. */
const MOST_SOCKETS = 5_000;
/** Of one address that have not yet said who they are. */
const MOST_STRANGERS = 200;

/** Whether a socket may be opened at all: from where, how many. */
export class Admission {
  readonly #behindProxy: boolean;
  readonly #strangers = new Map<string, number>();
  #open = 0;

  constructor(behindProxy: boolean) {
    this.#behindProxy = behindProxy;
  }

  /** The HTTP status to refuse with; null when it may come in. */
  refusal(request: IncomingMessage): 403 | 404 | 503 | null {
    if ((request.url ?? '').split('?')[0] !== '/graphql') return 404;
    if (!this.#fromOurPages(request)) return 403;
    const full = this.#open >= MOST_SOCKETS || this.#strangersOf(request) >= MOST_STRANGERS;
    return full ? 503 : null;
  }

  /** Counts one in; answers what to call when it is known, and when it is gone. */
  enter(request: IncomingMessage): { known: () => void; gone: () => void } {
    const address = this.#address(request);
    this.#open += 1;
    this.#strangers.set(address, (this.#strangers.get(address) ?? 0) + 1);
    let strange = true;
    const known = () => {
      if (!strange) return;
      strange = false;
      const others = (this.#strangers.get(address) ?? 1) - 1;
      if (others > 0) this.#strangers.set(address, others);
      else this.#strangers.delete(address);
    };
    const gone = () => {
      known();
      this.#open -= 1;
    };
    return { known, gone };
  }

  /**
   * A browser says which page opens the socket, and sends our cookie along from any page: only our own may. Other
   * programs say nothing, and have no cookies of others.
   */
  #fromOurPages({ headers }: IncomingMessage): boolean {
    const { origin } = headers;
    if (origin === undefined) return true;
    const page = URL.canParse(origin) ? new URL(origin).host : null;
    const forwarded = this.#behindProxy ? headers['x-forwarded-host'] : undefined;
    const hosts = [headers.host, ...[forwarded].flat()];
    return page !== null && hosts.some((host) => host?.trim().toLowerCase() === page);
  }

  #strangersOf(request: IncomingMessage): number {
    return this.#strangers.get(this.#address(request)) ?? 0;
  }

  #address({ headers, socket }: IncomingMessage): string {
    const forwarded = this.#behindProxy ? [headers['x-forwarded-for']].flat().join(',') : '';
    const nearest = forwarded.split(',').at(-1)?.trim();
    return addressKey(nearest || (socket.remoteAddress ?? ''));
  }
}
