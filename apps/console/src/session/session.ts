import type { ActName } from '#regulation/authority';
import { reach } from '#regulation/authority';
import { computed, shallowRef } from 'vue';
import type { ResultOf } from '../api/graphql.ts';
import { ask, perform, type Outcome } from '../api/perform.ts';
import { listed, named } from '../i18n/words.ts';
import { forgetAll } from './kept.ts';
import { forgetMe, keepMe, keptMe } from './kept-me.ts';
import { ME, SIGN_IN, SIGN_OUT, SIGN_OUT_EVERYWHERE } from './session.documents.ts';

export type Officer = NonNullable<ResultOf<typeof ME>['me']>;
export type Jurisdiction = ResultOf<typeof ME>['jurisdictions'][number];

/** Who is signed in. */
export const officer = shallowRef<Officer | null>(null);

/** Every jurisdiction by code, the city first. */
export const jurisdictions = shallowRef<readonly Jurisdiction[]>([]);

/** Name of a jurisdiction; its code when nobody knows it. */
export function jurisdictionName(code: string): string {
  const found = jurisdictions.value.find((jurisdiction) => jurisdiction.code === code);
  return found ? named(found) : code;
}

/** Where the officer works, in words: the city, or the jurisdictions appointed to. */
export const workplace = computed(() => {
  const codes = new Set(officer.value?.appointments.flatMap((appointment) => appointment.jurisdictions));
  const city = jurisdictions.value.find((jurisdiction) => jurisdiction.level === 'CITY');
  const everywhere = officer.value && reach(officer.value, 'readRegistry').everywhere;
  if (city && (everywhere || codes.has(city.code) || codes.size > 3)) return named(city);
  return listed([...codes].map(jurisdictionName));
});

/** Whether all the officer may read lies in one jurisdiction: then no list need say in which. */
export const readsOneJurisdiction = computed(() => {
  if (!officer.value) return false;
  const { everywhere, jurisdictions: codes, units } = reach(officer.value, 'readRegistry');
  const [only] = codes;
  const isCounty = jurisdictions.value.some(({ code, level }) => code === only && level === 'COUNTY');
  return !everywhere && codes.length === 1 && units.length === 0 && isCounty;
});

/** Whether the officer’s office does this act anywhere at all: for what has no subject yet. */
export function mayEver(act: ActName): boolean {
  if (!officer.value) return false;
  const { everywhere, jurisdictions: codes, units } = reach(officer.value, act);
  return everywhere || codes.length > 0 || units.length > 0;
}

/** Asks who is signed in. Without a network it is who was so last on this device: the server still decides every act. */
export async function loadOfficer(): Promise<Outcome<unknown>> {
  const outcome = await ask(ME, {});
  const known = outcome.problem?.kind === 'OFFLINE' ? keptMe() : outcome.data;
  if (known) {
    officer.value = known.me;
    jurisdictions.value = known.jurisdictions;
  }
  if (outcome.data?.me) keepMe(outcome.data);
  else if (outcome.data) forgetMe();
  return outcome;
}

/** Opens a session; the server sets the cookie, scripts never see it. */
export async function signIn(username: string, password: string): Promise<Outcome<unknown>> {
  const opened = await perform(SIGN_IN, { username, password });
  const outcome = opened.problem ? opened : await loadOfficer();
  // Nothing is lost by signing in once more: there is nothing to look at first.
  if (outcome.problem?.kind !== 'OFFLINE') return outcome;
  return { data: null, problem: { kind: 'OFFLINE', while: 'SIGNING_IN' } };
}

/** Ends this session, or all of mine; what was kept on this device goes too. */
export async function signOut(everywhere: boolean): Promise<Outcome<unknown>> {
  const outcome = await (everywhere ? perform(SIGN_OUT_EVERYWHERE, {}) : perform(SIGN_OUT, {}));
  if (outcome.problem === null) {
    if (officer.value) forgetAll(officer.value.personId);
    forgetMe();
    officer.value = null;
  }
  return outcome;
}
