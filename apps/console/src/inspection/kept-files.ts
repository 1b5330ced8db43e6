const DATABASE = 'shelter-console';
const STORE = 'files';

/** Keeps a photograph on this device until it could be sent: text storage is too small for it. */
export async function keepFile(key: string, file: Blob): Promise<void> {
  await inStore('readwrite', (store) => store.put(file, key));
}

/** A photograph kept before; undefined when this device no longer has it. */
export async function keptFile(key: string): Promise<Blob | undefined> {
  return (await inStore('readonly', (store) => store.get(key))) as Blob | undefined;
}

/** It is sent, or no longer wanted. */
export async function forgetFile(key: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(key));
}

async function inStore<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await opened();
  try {
    return await answered(work(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

async function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
  await answered(request);
  return request.result;
}

function answered<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the device keeps no files')));
  });
}
