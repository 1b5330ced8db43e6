import { named, t } from '../i18n/words.ts';
import { jurisdictions, readsOneJurisdiction } from './session.ts';

/** Every jurisdiction, as a choice. */
export function jurisdictionOptions(): { value: string; label: string }[] {
  return jurisdictions.value.map((place) => ({ value: place.code, label: named(place) }));
}

/** Narrows a list to one jurisdiction, by the address; none for who sees only one. */
export function jurisdictionFilter() {
  if (readsOneJurisdiction.value) return [];
  return [{ name: 'jurisdiction', label: t('registry.jurisdiction'), options: jurisdictionOptions() }];
}
