import type { RebuildEffect, RebuildKind } from '#regulation/enumerations';
import type { DefectEffect } from '#regulation/upkeep/readiness';
import type { OutageCause } from '../../upkeep/keep-outages.ts';

/** What a notice says, before and after it is amended. */
export interface ToldNotice {
  readonly kind: RebuildKind;
  readonly scope: string;
  /** Civil dates. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly effect: RebuildEffect;
  /** Persons; null = not known. */
  readonly placesOut: number | null;
  readonly fileIds: readonly string[];
}

/** What a notice takes out of use. */
export function outageOf(
  { effect, placesOut, startsOn }: Pick<ToldNotice, 'effect' | 'placesOut' | 'startsOn'>,
  shelterId: string,
  noticeId: string,
): OutageCause & { effect: DefectEffect | null; places: number | null; startsOn: string } {
  return {
    ...causeOf(shelterId, noticeId),
    effect: effect === 'NONE' ? null : effect,
    places: placesOut,
    startsOn,
  };
}

export function causeOf(shelterId: string, noticeId: string): OutageCause {
  return { shelterId, origin: 'REBUILD', originId: noticeId };
}
