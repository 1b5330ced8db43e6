import type { Column, Columns } from './profile.ts';

/** A header as it is compared: half-width, lower case, without blanks, stars and what stands in brackets. */
export function plainHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\([^)]*\)|[\s*_:\u200b\ufeff]/gu, '');
}

/** Finds each field's column by any of its headers; the first column of that name counts. */
export function findColumns(
  header: readonly string[],
  fields: Readonly<Record<string, readonly string[]>>,
): Columns {
  const places = new Map<string, Column>();
  header.forEach((text, index) => {
    const plain = plainHeader(text);
    if (plain !== '' && !places.has(plain)) places.set(plain, { index, header: text.trim() });
  });
  const columns = new Map<string, Column>();
  for (const [field, headers] of Object.entries(fields)) {
    const place = headers.map((one) => places.get(plainHeader(one))).find(Boolean);
    if (place) columns.set(field, place);
  }
  return columns;
}
