import type { ContentsInput } from './contents.documents.ts';
import type { AnswerPath } from './sections.ts';

/** The answer that a path names: a field, or a part of one. */
export function answerOf(contents: ContentsInput, path: AnswerPath): unknown {
  const steps = path.split('.');
  return steps.reduce<unknown>(
    (value, step) => (value as Record<string, unknown> | null | undefined)?.[step],
    contents,
  );
}

/** Whether anything is told there. Not known is not told; 0 is. */
export function isTold(contents: ContentsInput, path: AnswerPath): boolean {
  const value = answerOf(contents, path);
  if (Array.isArray(value)) return value.length > 0;
  return value !== null && value !== undefined && value !== '' && value !== 'UNKNOWN';
}

/** Whether two contents answer it differently. */
export function isChanged(before: ContentsInput, after: ContentsInput, path: AnswerPath): boolean {
  return JSON.stringify(answerOf(before, path)) !== JSON.stringify(answerOf(after, path));
}
