import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { closeSync, fsyncSync, openSync } from 'node:fs';

/** What we need of the file system inside the engine. */
interface FileSystem {
  readonly filesystems: {
    readonly NODEFS: {
      readonly stream_ops: { fsync?: (stream: OpenStream) => number };
      realPath(node: unknown): string;
    };
  };
}

interface OpenStream {
  /** Node's file descriptor; folders have none. */
  readonly nfd?: number;
  readonly node: unknown;
}

const DONE = 0;
const EIO = 29;

/**
 * The engine's parameters without its default of never waiting for the disk. Commits are flushed by fsync: the only
 * call that reaches the disk through the engine's own file system.
 */
export const DURABLE = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  '-c',
  'wal_sync_method=fsync',
];

/** A folder whose commits survive a power cut: as shipped, the engine's fsync does nothing. */
export class DurableFolder extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...args);
    const before = [emscriptenOpts.preRun ?? []].flat();
    const sync = ({ FS }: { readonly FS: unknown }) => flushToDisk(FS as FileSystem);
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...before, sync] } };
  }
}

function flushToDisk({ filesystems: { NODEFS } }: FileSystem): void {
  NODEFS.stream_ops.fsync = ({ nfd, node }) => {
    if (nfd === undefined) return flushFolder(NODEFS.realPath(node));
    try {
      fsyncSync(nfd);
      return DONE;
    } catch {
      return EIO; // the engine then refuses to acknowledge the commit
    }
  };
}

/** Not every system lets a folder be flushed; PostgreSQL does not insist on it either. */
function flushFolder(path: string): number {
  try {
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    return DONE;
  }
  return DONE;
}
