import { isCivilDate } from '../civil-date.ts';
import type { RebuildEffect } from '../enumerations.ts';
import type { Refusal } from '../refusal.ts';
import { LIST_LIMITS, TEXT_LIMITS } from '../registry/text-limits.ts';

/** What a notice of a rebuild or extension says. */
export interface ToldRebuild {
  /** What is done where, in words. */
  readonly scope: string;
  /** Civil dates. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly effect: RebuildEffect;
  /** Persons for whom there is no room meanwhile; null = not known. Only of a part. */
  readonly placesOut: number | null;
  readonly papers: number;
  /** Keyed by staff for the unit. */
  readonly onBehalf: boolean;
}

const MOST_PLACES = 10_000_000;

/**
 * Art. 21: a notice names the work, its dates and what is out of use meanwhile. A date that has passed is told all the
 * same (`given-late.ts`): what was not told in time is still better told.
 */
export function noticeRefusals(told: ToldRebuild): Refusal[] {
  const length = told.scope.trim().length;
  const limit = TEXT_LIMITS.rebuildScope;
  const dates = [
    ['startsOn', told.startsOn],
    ['endsOn', told.endsOn],
  ] as const;
  const impossible = dates.filter(([, value]) => !isCivilDate(value));
  return [
    ...(length === 0 ? [refusal('rebuildScope', 'MISSING')] : []),
    ...(length > limit ? [refusal('rebuildScope', 'TOO_LONG', { limit, length })] : []),
    ...impossible.map(([field, value]) =>
      value.trim() === ''
        ? refusal(field, 'MISSING')
        : refusal(field, 'NO_SUCH_DATE', { value: value.slice(0, 40) }),
    ),
    ...(impossible.length === 0 && told.endsOn < told.startsOn
      ? [refusal('endsOn', 'ENDS_BEFORE', { earlier: told.startsOn })]
      : []),
    ...placesRefusals(told),
    ...(told.papers > LIST_LIMITS.rebuildPapers
      ? [refusal('rebuildPapers', 'TOO_MANY', { limit: LIST_LIMITS.rebuildPapers, count: told.papers })]
      : []),
    ...(told.onBehalf && told.papers === 0 ? [signedPaperMissing] : []),
  ];
}

function placesRefusals({ effect, placesOut }: ToldRebuild): Refusal[] {
  if (placesOut === null) return [];
  if (placesOut < 0) return [refusal('placesOut', 'NEGATIVE', { value: placesOut })];
  if (placesOut > MOST_PLACES)
    return [refusal('placesOut', 'TOO_LARGE', { value: placesOut, limit: MOST_PLACES })];
  return effect === 'LIMITED' || placesOut === 0 ? [] : [refusal('placesOut', 'PLACES_OF_A_PART')];
}

const signedPaperMissing: Refusal = {
  rule: 'rebuild/notice',
  article: null,
  field: 'rebuildPapers',
  code: 'SIGNED_PAPER_MISSING',
  params: {},
};

function refusal(field: string, code: Refusal['code'], params: Refusal['params'] = {}): Refusal {
  return { rule: 'rebuild/notice', article: 21, field, code, params };
}
