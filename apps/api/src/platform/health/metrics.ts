import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Office } from '../office.ts';

/** A number of the business that is read when it is asked for. */
export interface GaugeSource {
  readonly name: string;
  readonly help: string;
  readonly read: (office: Office) => Promise<number>;
}

/** How fine the delay of the event loop is watched: at 10 ms, the default, watching is four fifths of what an idle server does. */
const LOOP_WATCH_MS = 50;

/** What is measured: the process, how long requests took, and the gauges of the stages. */
export class Metrics {
  readonly registry = new Registry();
  readonly #requests: Histogram<'operation' | 'status'>;

  constructor(office: Office, gauges: readonly GaugeSource[]) {
    collectDefaultMetrics({ register: this.registry, eventLoopMonitoringPrecision: LOOP_WATCH_MS });
    this.#requests = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Seconds from request to answer, by operation (root field or route) and status',
      labelNames: ['operation', 'status'],
      buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
      registers: [this.registry],
    });
    for (const { name, help, read } of gauges) {
      new Gauge({
        name,
        help,
        registers: [this.registry],
        async collect() {
          try {
            this.set(await read(office));
          } catch {
            this.set(Number.NaN); // not known now: neither nothing nor what it was
          }
        },
      });
    }
  }

  request(operation: string, status: number, seconds: number): void {
    this.#requests.observe({ operation, status }, seconds);
  }
}
