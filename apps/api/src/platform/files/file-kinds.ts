import { fileTypeFromFile } from 'file-type';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { officeDocumentType } from './office-document.ts';

/** What may be kept, by what it is and not by what it is called. Browsers show the inline ones, the rest they save. */
const KINDS: Readonly<Record<string, { readonly inline: boolean }>> = {
  'application/pdf': { inline: true },
  'image/png': { inline: true },
  'image/jpeg': { inline: true },
  'image/webp': { inline: true },
  'image/vnd.dwg': { inline: false },
  'application/gzip': { inline: false },
};

/** What a drawing may be: something that shows a plan. */
const DRAWINGS = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/vnd.dwg'];

/** What a list to import may be. */
const LISTS = [
  'text/csv',
  'application/gzip',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

/** What may be kept, as people know it: named when it comes in place of something else. */
const KNOWN_AS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WEBP',
  'image/vnd.dwg': 'DWG',
  'text/plain': 'TXT',
  'text/csv': 'CSV',
  'application/gzip': 'GZ',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
};

export const FILE_PURPOSES = ['drawing', 'list', 'document'] as const;
export type FilePurpose = (typeof FILE_PURPOSES)[number];

/** The kinds as people know them, for refusals. */
export const ALLOWED_KINDS: Readonly<Record<FilePurpose, string>> = {
  drawing: 'PDF, PNG, JPEG, WEBP, DWG',
  list: 'CSV, CSV.GZ, XLSX',
  document: 'PDF, PNG, JPEG, WEBP, DWG, XLSX, DOCX, CSV, TXT, GZ',
};

/** What the bytes are: a media type that may be kept, or the name of what they are instead. */
export type DetectedKind = { readonly mediaType: string } | { readonly refused: string };

/** The media type of bytes that may be kept for the purpose, else what they are instead. */
export async function kindFor(purpose: FilePurpose, path: string, fileName: string): Promise<DetectedKind> {
  const kind = await detectFileKind(path, fileName);
  if ('refused' in kind || purpose === 'document') return kind;
  const [mediaType = ''] = kind.mediaType.split(';');
  if ((purpose === 'drawing' ? DRAWINGS : LISTS).includes(mediaType)) return kind;
  return { refused: KNOWN_AS[mediaType] ?? mediaType };
}

export function isShownInline(mediaType: string): boolean {
  return KINDS[mediaType]?.inline ?? false;
}

/** Looks at the bytes of a file; its name only tells a table of values from other text. */
async function detectFileKind(path: string, fileName: string): Promise<DetectedKind> {
  if (await isDrawing(path)) return { mediaType: 'image/vnd.dwg' };
  const detected = await fileTypeFromFile(path);
  if (!detected) return textKind(path, fileName);
  if (detected.mime in KINDS) return { mediaType: detected.mime };
  const mediaType = await officeDocumentType(path);
  return mediaType ? { mediaType } : { refused: detected.ext.toUpperCase() };
}

/** AutoCAD drawings since 1988 begin with AC10 and two digits. */
async function isDrawing(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(6), 0, 6, 0);
    return /^AC10\d\d$/.test(buffer.toString('latin1'));
  } finally {
    await file.close();
  }
}

async function textKind(path: string, fileName: string): Promise<DetectedKind> {
  const type = extname(fileName).toLowerCase() === '.csv' ? 'text/csv' : 'text/plain';
  for (const charset of ['utf-8', 'gb18030']) {
    if (await isText(path, charset)) return { mediaType: `${type}; charset=${charset}` };
  }
  return { refused: 'application/octet-stream' };
}

/** Whether every byte is text in that character set; control characters other than blanks and line ends are not. */
async function isText(path: string, charset: string): Promise<boolean> {
  const decoder = new TextDecoder(charset, { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) {
      if (CONTROL.test(decoder.decode(chunk as Buffer, { stream: true }))) return false;
    }
    return !CONTROL.test(decoder.decode());
  } catch {
    return false;
  }
}

/** Control characters other than blanks and line ends do not occur in honest text. */
const CONTROL = /[^\P{Cc}\s]/u;
