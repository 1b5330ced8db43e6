import type { Finding } from '../refusal.ts';

/**
 * What the checks say of a row beyond what was told in reading it: a cell that could not be read is neither missing nor
 * doubtful besides, one that cannot be true is not asked for as well, and nothing is told twice.
 */
export function firstOfEachCell(read: readonly Finding[], checks: readonly Finding[]): Finding[] {
  const unread = read.filter(isImpossible);
  const untrue = checks.filter(isImpossible);
  return checks.filter((check) => {
    if (read.some((one) => isSame(one, check)) || unread.some(({ field }) => field === check.field))
      return false;
    if (check.class === 'LAW') return ![...read, ...untrue].some((one) => isWithin(one, check));
    return isImpossible(check) || !untrue.some(({ field }) => field === check.field);
  });
}

function isImpossible({ class: kind }: Finding): boolean {
  return kind === 'IMPOSSIBLE';
}

function isSame(one: Finding, other: Finding): boolean {
  return one.code === other.code && one.field === other.field;
}

/** Half a position is told by its half; an advice on a part says nothing of the whole. */
function isWithin(one: Finding, { field }: Finding): boolean {
  return one.field === field || (isImpossible(one) && (one.field?.startsWith(`${field}.`) ?? false));
}
