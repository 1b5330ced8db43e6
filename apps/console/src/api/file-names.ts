import { reactive } from 'vue';

const names = reactive(new Map<string, string>());
const asked = new Set<string>();

/** Under which name a file was kept, which never changes; undefined until the server has told it, once asked. */
export function fileName(fileId: string): string | undefined {
  if (!names.has(fileId) && !asked.has(fileId)) {
    asked.add(fileId);
    void ask(fileId);
  }
  return names.get(fileId);
}

/** Of a file just handed in nobody need ask. */
export function noteFileName(fileId: string, name: string): void {
  names.set(fileId, name);
}

async function ask(fileId: string): Promise<void> {
  try {
    const response = await fetch(`/files/${fileId}`, { method: 'HEAD', cache: 'no-store' });
    const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
    if (response.ok && name) names.set(fileId, decodeURIComponent(name));
  } catch {
    asked.delete(fileId); // no network: the next page asks again
  }
}
