import { readDegrees } from '#geography/coordinates';
import type { AlertLevel, HazardType } from '#regulation/enumerations';
import { ref, watch, type Ref } from 'vue';
import { newId } from '../api/new-id.ts';
import { t, word } from '../i18n/words.ts';
import { forget, keep, kept } from '../session/kept.ts';
import { jurisdictionName, officer } from '../session/session.ts';
import { readWholeNumber } from './whole-number.ts';

/** A corner of the drawn area, WGS 84. */
export interface Corner {
  longitude: number;
  latitude: number;
}

export interface PlaceDraft {
  name: string;
  address: string;
  longitude: string;
  latitude: string;
  capacity: string;
  phone: string;
}

/** All that a decider has typed or chosen. It carries the keys of what it sends: sent twice, it is done once. */
export interface DecisionDraft {
  eventKey: string;
  decisionKey: string;
  eventId: string | null;
  activationId: string | null;
  jurisdictionCode: string;
  /** What the person wrote; empty = the name that hazard and place make. */
  name: string;
  hazard: HazardType;
  level: AlertLevel | '';
  exercise: boolean;
  people: string;
  area: Corner[];
  /** By shelter: why it is opened although it was skipped; empty for the others. */
  chosen: Record<string, string>;
  places: PlaceDraft[];
  legalBasis: string;
  planId: string;
}

const KEPT_AS = 'decision';

export function blankDraft(jurisdictionCode: string): DecisionDraft {
  return {
    eventKey: newId(),
    decisionKey: newId(),
    eventId: null,
    activationId: null,
    jurisdictionCode,
    name: '',
    hazard: 'EARTHQUAKE',
    level: '',
    exercise: false,
    people: '',
    area: [],
    chosen: {},
    places: [],
    legalBasis: '',
    planId: '',
  };
}

/** The draft of this officer, kept on this device through a lost network, a reload or an ended session. */
export function useDecisionDraft(jurisdictionCode: string): { draft: Ref<DecisionDraft>; done: () => void } {
  const personId = officer.value?.personId ?? '';
  const before = kept(personId, KEPT_AS) as Partial<DecisionDraft> | null;
  const blank = blankDraft(jurisdictionCode);
  const draft = ref<DecisionDraft>(
    before && Array.isArray(before.places) && before.jurisdictionCode ? { ...blank, ...before } : blank,
  );
  const stop = watch(draft, (next) => keep(personId, KEPT_AS, next), { deep: true });
  return {
    draft,
    done: () => {
      stop();
      forget(personId, KEPT_AS);
    },
  };
}

/** The name an event has until somebody writes another: 湖滨区地震. */
export function usualName(hazard: HazardType, jurisdictionCode: string): string {
  return t('decide.usualName', {
    place: jurisdictionName(jurisdictionCode),
    hazard: word('HazardType', hazard),
  });
}

/** The event as it is sent. */
export function eventInput(draft: DecisionDraft, jurisdictionCodes: readonly string[]) {
  return {
    key: draft.eventKey,
    name: draft.name.trim() || usualName(draft.hazard, draft.jurisdictionCode),
    hazard: draft.hazard,
    level: draft.level || null,
    exercise: draft.exercise,
    jurisdictionCodes: [...jurisdictionCodes],
    area:
      draft.area.length >= 3
        ? [draft.area.map(({ longitude, latitude }) => ({ longitude, latitude }))]
        : null,
    peopleAffected: readWholeNumber(draft.people),
  };
}

/** As the server takes them; sent only when `placeFaults` finds nothing. */
export function placeInputs(places: readonly PlaceDraft[]) {
  return places.map((place) => ({
    name: place.name.trim(),
    longitude: readDegrees(place.longitude, 'longitude').value ?? Number.NaN,
    latitude: readDegrees(place.latitude, 'latitude').value ?? Number.NaN,
    address: place.address.trim() || null,
    capacity: readWholeNumber(place.capacity),
    phone: place.phone.trim() || null,
  }));
}
