import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseError } from '../database-error.ts';
import { hasCode } from './has-code.ts';
import { isRunning, markOf, type ProcessMark } from './running-process.ts';

/** What a lock file says about the owner of an embedded database. */
export interface Owner {
  /** Tells this lock from an earlier one. */
  readonly id: string;
  /** The database process. */
  readonly process: ProcessMark;
  /** The server or command that started it. */
  readonly startedBy: ProcessMark;
  readonly kind: 'server' | 'command';
  readonly machine: string;
  /** ISO 8601. */
  readonly since: string;
  /** Null while the database is still opening. */
  readonly port: number | null;
  readonly password: string;
}

const POLL_MS = 50;
/** A lock file without a readable owner is being written; after this long, it never will be. */
const WRITING_MS = 2_000;
/** How long the database of a server that died may take to notice and to close. */
const ORPHAN_MS = 15_000;
/** No takeover lasts this long, unless its process died in the midst. */
const TAKEOVER_MS = 10_000;

/** The lock file of a data folder: only its owner opens the embedded database in it. */
export class OwnerLock {
  private constructor(
    private readonly path: string,
    private owner: Owner,
    /** The dead owner whose lock was taken over. */
    readonly tookOverFrom: Owner | undefined,
  ) {}

  /**
   * Takes the folder for this process. Waits a little for a database whose server is gone; a lock left by a dead
   * process is taken over. Throws DatabaseError when somebody else owns the folder.
   */
  static async take(dataDir: string, claim: Pick<Owner, 'kind' | 'since' | 'password'>): Promise<OwnerLock> {
    await mkdir(dataDir, { recursive: true });
    const path = lockPath(dataDir);
    const here = {
      process: markOf(process.pid),
      startedBy: markOf(process.ppid),
      machine: hostname(),
      port: null,
    };
    const owner: Owner = { ...claim, ...here, id: randomUUID() };
    let dead: Owner | undefined;
    for (let waited = 0; ; waited += POLL_MS) {
      if (await createFile(path, JSON.stringify(owner))) return new OwnerLock(path, owner, dead);
      const other = await readLock(path);
      if (other === undefined) continue;
      if (other === 'BROKEN' || !isAlive(other, dataDir)) {
        if (other !== 'BROKEN') dead = other;
        await removeLock(path, other);
        continue;
      }
      if (isRunning(other.startedBy) || waited >= ORPHAN_MS) {
        throw inUse(other, dataDir);
      }
      await pause(POLL_MS);
    }
  }

  /** Tells others where the database answers. */
  async publish(port: number): Promise<void> {
    this.owner = { ...this.owner, port };
    const draft = `${this.path}.${this.owner.id}`;
    await writeFile(draft, JSON.stringify(this.owner), { mode: 0o600 });
    await rename(draft, this.path);
  }

  async release(): Promise<void> {
    const now = await readLock(this.path);
    if (now !== undefined && idOf(now) === this.owner.id) await rm(this.path, { force: true });
  }
}

/** The living owner of a folder's database, if there is one. Throws DatabaseError when it is on another machine. */
export async function findOwner(dataDir: string): Promise<Owner | undefined> {
  const owner = await readLock(lockPath(dataDir));
  return owner !== undefined && owner !== 'BROKEN' && isAlive(owner, dataDir) ? owner : undefined;
}

function lockPath(dataDir: string): string {
  return join(dataDir, 'database.lock');
}

function isAlive(owner: Owner, dataDir: string): boolean {
  if (owner.machine !== hostname()) throw inUseElsewhere(owner, dataDir);
  return isRunning(owner.process);
}

/** Reads the lock. A file that stays unreadable was left half written: it has no owner. */
async function readLock(path: string): Promise<Owner | 'BROKEN' | undefined> {
  for (let waited = 0; waited < WRITING_MS; waited += POLL_MS) {
    try {
      const owner: unknown = JSON.parse(await readFile(path, 'utf8'));
      return isOwner(owner) ? owner : 'BROKEN';
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return undefined;
      if (!(error instanceof SyntaxError)) throw error;
    }
    await pause(POLL_MS);
  }
  return 'BROKEN';
}

/** Removes a lock without a living owner, one process at a time, so that nobody removes the next owner's lock. */
async function removeLock(path: string, seen: Owner | 'BROKEN'): Promise<void> {
  const takeover = `${path}.takeover`;
  for (let waited = 0; !(await createFile(takeover, '')); waited += POLL_MS) {
    if (waited >= TAKEOVER_MS) await rm(takeover, { force: true });
    await pause(POLL_MS);
  }
  try {
    const now = await readLock(path);
    if (now !== undefined && idOf(now) === idOf(seen)) await rm(path, { force: true });
  } finally {
    await rm(takeover, { force: true });
  }
}

async function createFile(path: string, content: string): Promise<boolean> {
  try {
    await writeFile(path, content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function idOf(owner: Owner | 'BROKEN'): string {
  return owner === 'BROKEN' ? owner : owner.id;
}

function isOwner(value: unknown): value is Owner {
  return (
    typeof value === 'object' && value !== null && 'id' in value && 'process' in value && 'startedBy' in value
  );
}

function inUse({ process: { pid }, startedBy, kind, since }: Owner, dataDir: string): DatabaseError {
  const who = kind === 'server' ? 'another server' : 'a command';
  return new DatabaseError(
    'FOLDER_IN_USE',
    { folder: dataDir, pid: startedBy.pid, databasePid: pid, kind, since },
    `The data folder ${dataDir} is in use by ${who} (process ${startedBy.pid}, its database is process ${pid}, since ` +
      `${since}). Stop that one first, or set DATA_DIR to another folder; two owners would destroy the data.`,
  );
}

function inUseElsewhere({ machine, since }: Owner, dataDir: string): DatabaseError {
  const file = lockPath(dataDir);
  return new DatabaseError(
    'FOLDER_IN_USE_ELSEWHERE',
    { folder: dataDir, machine, since, file },
    `The data folder ${dataDir} is owned by a process on another machine or in another container (${machine}, since ` +
      `${since}), and whether it lives cannot be told from here. Stop it there; if it is gone for certain, delete ${file}.`,
  );
}
