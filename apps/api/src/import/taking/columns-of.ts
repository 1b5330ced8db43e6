import type { SheetHead } from '../reading/worker-messages.ts';

/** The columns of a list, each looked up once however many rows speak of it. */
export function columnsOf(head: SheetHead): (field: string | null) => string | null {
  const known = new Map<string | null, string | null>();
  return (field) => {
    const before = known.get(field);
    if (before !== undefined) return before;
    const column = columnOf(head, field);
    known.set(field, column);
    return column;
  };
}

/** The header of the column a field was read from: its own, its parent's, or all of its parts'; null when there is none. */
function columnOf({ headers }: SheetHead, field: string | null): string | null {
  if (field === null) return null;
  for (let path = field; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
    const header = headers[path];
    if (header !== undefined) return header;
  }
  const parts = Object.entries(headers)
    .filter(([path]) => path.startsWith(`${field}.`))
    .map(([, header]) => header);
  if (parts.length === 0) return null;
  // As the language of the list joins words, whoever reads it.
  return parts.join(parts.some((header) => /\p{Script=Han}/u.test(header)) ? '、' : ', ');
}
