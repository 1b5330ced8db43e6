import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseError } from '../database-error.ts';
import type { OpenOrder, ProcessReport } from './process-messages.ts';

/** An ending that takes longer (a long query cannot be interrupted) is cut off; the data survives that. */
const CLOSE_MS = 30_000;

/** The database process, seen from the one that started it. */
export class DatabaseChild {
  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
    /** Number of the dead process whose lock was taken over, if any. */
    readonly tookOverFrom: number | null,
  ) {}

  /** Starts the process and waits until it answers. Throws DatabaseError when it does not. */
  static async start(order: OpenOrder): Promise<DatabaseChild> {
    const child = fork(entry(), [], {
      execArgv: ['--enable-source-maps'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.send(order);
    const report = await firstReport(child);
    if (report.type === 'ready') return new DatabaseChild(child, report.port, report.tookOverFrom);
    child.disconnect();
    if (report.type === 'refused') throw new DatabaseError(report.code, report.params, report.words);
    throw new DatabaseError('EMBEDDED_FAILED', {}, 'The embedded database ended before it began.');
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  onExit(listener: (how: string) => void): void {
    this.child.once('exit', (code, signal) => listener(signal ?? `exit code ${code}`));
  }

  /** Asks the process to end and waits for it; one that commands still use is left to end after them. */
  async close(): Promise<void> {
    const { child } = this;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const tooLong = setTimeout(() => child.kill('SIGKILL'), CLOSE_MS);
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.on('message', (report: ProcessReport) => report.type === 'lingering' && resolve());
      child.send('close', () => undefined);
    });
    clearTimeout(tooLong);
    if (child.connected) child.disconnect();
    child.unref();
  }
}

async function firstReport(child: ChildProcess): Promise<ProcessReport> {
  return new Promise((resolve, reject) => {
    const exited = (code: number | null, signal: string | null) => {
      const reason = signal ?? `exit code ${code}`;
      reject(
        new DatabaseError(
          'EMBEDDED_FAILED',
          { reason },
          `The embedded database ended while starting (${reason}).`,
        ),
      );
    };
    child.once('exit', exited);
    child.once('message', (report: ProcessReport) => {
      child.off('exit', exited);
      resolve(report);
    });
    child.once('error', reject);
  });
}

/** The built entry; code that runs from its sources (tests) uses the build as well. */
function entry(): string {
  const here = fileURLToPath(new URL('./database-process.js', import.meta.url));
  const source = `${sep}apps${sep}api${sep}src${sep}`;
  const path = import.meta.url.endsWith('.ts') ? here.replace(source, `${sep}dist${source}`) : here;
  if (existsSync(path)) return path;
  throw new DatabaseError(
    'NOT_BUILT',
    { path },
    `The server is not built: ${path} is missing. Run "npm run build:api".`,
  );
}
