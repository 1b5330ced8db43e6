import type { Column, Preview, Targets } from './import.documents.ts';

/** What the person says each column means, by its position; '' = left out. */
export type Meaning = Record<number, string>;

/** As the list was read; where it could not be read, also what its columns resemble. */
export function meaningOf({ state, columns }: Pick<Preview, 'state' | 'columns'>): Meaning {
  const guessing = state === 'FAILED';
  return Object.fromEntries(
    columns.map(({ position, field, suggestion }) => [
      position,
      field ?? (guessing ? suggestion : null) ?? '',
    ]),
  );
}

/** The column a field was given to, and no other: the last choice counts. */
export function given(meaning: Meaning, position: number, field: string): Meaning {
  const others = Object.entries(meaning).map(([at, other]) => [at, other === field ? '' : other] as const);
  return { ...Object.fromEntries(others), [position]: field };
}

/** As the server is asked; null when there is nothing to say. */
export function mappingOf(columns: readonly Column[], meaning: Meaning) {
  if (columns.length === 0) return null;
  return columns.map(({ position, header }) => ({ position, header, field: meaning[position] || null }));
}

/** Whether the person means something else than what was judged. */
export function isChanged(columns: readonly Column[], meaning: Meaning): boolean {
  return columns.some(({ position, field }) => (meaning[position] ?? '') !== (field ?? ''));
}

/** Required fields without a column; one column may hold both parts of the position. */
export function missingOf(targets: Targets, meaning: Meaning): string[] {
  const taken = new Set(Object.values(meaning));
  return targets
    .filter(({ field, required }) => required && !taken.has(field))
    .filter(({ field }) => !(field.startsWith('position.') && taken.has('coordinates')))
    .map(({ field }) => field);
}

/** Whether nothing is left to say about the columns: each was recognised, and none that is required is missing. */
export function isRecognised(preview: Pick<Preview, 'state' | 'columns'>, targets: Targets): boolean {
  if (preview.state === 'FAILED' || preview.columns.some(({ field }) => field === null)) return false;
  return missingOf(targets, meaningOf(preview)).length === 0;
}
