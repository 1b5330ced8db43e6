import type { ContentsInput } from './contents.documents.ts';
import { NUMBER_FIELDS, TEXT_FIELDS, type ContentsForm } from './contents-form.ts';

/** Fills the boxes of one field as they are in another form; the others stay as typed. */
export function takeField(form: ContentsForm, from: ContentsForm, path: keyof ContentsInput): void {
  const source = structuredClone(from);
  for (const field of TEXT_FIELDS) {
    if (field === path || field.startsWith(`${path}.`)) form.texts[field] = source.texts[field];
  }
  for (const field of NUMBER_FIELDS) if (field === path) form.numbers[field] = source.numbers[field];
  if (path in source.kinds)
    Object.assign(form.kinds, { [path]: source.kinds[path as keyof ContentsForm['kinds']] });
  if (path in source) Object.assign(form, { [path]: source[path as keyof ContentsForm] });
}
