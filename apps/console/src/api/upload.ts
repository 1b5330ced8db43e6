import { language } from '../i18n/language.ts';
import { endSession } from './client.ts';
import { heardFromServer } from './connection.ts';
import { noteFileName } from './file-names.ts';
import type { Outcome } from './perform.ts';
import { problemOfFaults, type Fault } from './problem.ts';

interface Answer {
  fileId?: string;
  errors?: Fault[];
}

/** What a file is for: says what kinds are taken. Drawings may be larger than the rest. */
export type FilePurpose = 'drawing' | 'list' | 'document';

/** Sends a file as it is; answers its id. */
export async function upload(file: File, purpose: FilePurpose): Promise<Outcome<{ fileId: string }>> {
  try {
    const response = await fetch('/files', {
      method: 'POST',
      body: file,
      headers: {
        'content-type': 'application/octet-stream',
        'accept-language': language.value,
        'x-file-name': encodeURIComponent(file.name),
        'x-file-purpose': purpose,
        'x-shelter-request': '1',
      },
    });
    heardFromServer(true);
    if (response.status === 401) endSession();
    const { fileId, errors = [] } = (await response.json()) as Answer;
    if (fileId) {
      noteFileName(fileId, file.name);
      return { data: { fileId }, problem: null };
    }
    return { data: null, problem: problemOfFaults(errors) };
  } catch {
    heardFromServer(false);
    return { data: null, problem: { kind: 'OFFLINE' } };
  }
}
