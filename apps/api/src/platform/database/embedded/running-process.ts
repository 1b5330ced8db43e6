import { readFileSync } from 'node:fs';
import { hasCode } from './has-code.ts';

/** A process as far as it can be told from a later one that was given the same number. */
export interface ProcessMark {
  readonly pid: number;
  /** Boot and start time where the system tells them (Linux), else null. */
  readonly started: string | null;
}

export function markOf(pid: number): ProcessMark {
  return { pid, started: startOf(pid) };
}

/** Whether that very process still runs. Where start times are not told, any process of that number counts. */
export function isRunning({ pid, started }: ProcessMark): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, under another user.
    if (!hasCode(error, 'EPERM')) return false;
  }
  return started === null || startOf(pid) === started;
}

function startOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name in parentheses: the state first, the start time as the twentieth.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const gone = fields[0] === 'Z' || fields[0] === 'X';
    return gone ? null : `${boot}/${fields[19]}`;
  } catch {
    return null;
  }
}
