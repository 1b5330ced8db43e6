// Loaded before the server: how long its event loop is kept from turning, in milliseconds, told whenever it is asked by
// SIGUSR2 and counted anew from then on. A delay below the resolution is none.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 5;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
process.on('SIGUSR2', () => {
  const milliseconds = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
  const told = { p99: milliseconds(delay.percentile(99)), most: milliseconds(delay.max) };
  process.stdout.write(`event loop ${JSON.stringify(told)}\n`);
  delay.reset();
});
