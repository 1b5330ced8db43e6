import { fromFd, type Entry } from 'yauzl';
import { open } from 'node:fs/promises';

/** The part that makes a ZIP a workbook or a document. */
const PARTS: Readonly<Record<string, string>> = {
  'xl/workbook.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'word/document.xml': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
const MOST_ENTRIES = 10_000;

/** The media type of an Office document, read from the ZIP's table of contents; undefined for any other file. */
export async function officeDocumentType(path: string): Promise<string | undefined> {
  const file = await open(path);
  try {
    return await readContents(file.fd);
  } finally {
    await file.close();
  }
}

async function readContents(fd: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    fromFd(fd, { lazyEntries: true, autoClose: false }, (failed, zip) => {
      if (failed || zip.entryCount > MOST_ENTRIES) {
        resolve(undefined);
        return;
      }
      zip.on('entry', (entry: Entry) => {
        const mediaType = PARTS[entry.fileName];
        if (mediaType) resolve(mediaType);
        else zip.readEntry();
      });
      zip.once('end', () => resolve(undefined));
      zip.once('error', () => resolve(undefined));
      zip.readEntry();
    });
  });
}
