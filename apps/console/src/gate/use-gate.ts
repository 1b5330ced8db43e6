import { MOST_ENTRIES } from '#regulation/occupancy/gate-entry';
import { computed, onMounted, ref, watch } from 'vue';
import { online } from '../api/connection.ts';
import { newId } from '../api/new-id.ts';
import { perform, type Outcome } from '../api/perform.ts';
import { refusalsOf, type Problem } from '../api/problem.ts';
import { useAsked } from '../api/use-asked.ts';
import { now } from '../clock.ts';
import { officer } from '../session/session.ts';
import { GateQueue, waitingPersons, type KeptEntry } from './gate-queue.ts';
import { CHECK_IN, CHECK_OUT, COUNT, GATE, SYNC_GATE } from './gate.documents.ts';

/** What somebody at the gate says; key, time and place are added. */
export type Said = Pick<KeptEntry, 'kind' | 'persons'> &
  Partial<Pick<KeptEntry, 'stayId' | 'cardCode' | 'groups' | 'reason'>>;

/** Warnings that a reason answers. */
const WARNINGS = ['FULL_WARNING', 'ALREADY_INSIDE', 'MORE_OUT_THAN_IN', 'TARGET_NOT_OPEN'];

/**
 * Everything is sent at once when the server answers, and kept on this phone when it does not, under the same key: an
 * answer that was lost and what is sent again are one entry.
 */
export function useGate(gateId: () => string) {
  const queue = new GateQueue(localStorage, officer.value?.personId ?? '');
  const kept = ref<KeptEntry[]>(queue.entries());
  const asked = useAsked(GATE, () => ({ id: gateId() }));
  const warned = ref<{ entry: KeptEntry; problem: Problem } | null>(null);
  const problem = ref<Problem | null>(null);
  const refused = ref<{ entry: KeptEntry; words: string }[]>([]);
  const lost = ref(false);
  let syncing = false;

  function keep(entry: KeptEntry): void {
    lost.value = !queue.add(entry);
    kept.value = lost.value ? [...kept.value, entry] : queue.entries();
  }

  async function send(entry: KeptEntry): Promise<boolean> {
    problem.value = null;
    const outcome = online.value ? await sendNow(entry) : null;
    if (outcome && !outcome.problem) {
      warned.value = null;
      void asked.again();
      return true;
    }
    if (!outcome || outcome.problem?.kind === 'OFFLINE' || outcome.problem?.kind === 'BUG') {
      warned.value = null;
      keep(entry);
      return true;
    }
    const codes = refusalsOf(outcome.problem).map(({ code }) => code);
    const mayBeAnswered = codes.length > 0 && codes.every((code) => WARNINGS.includes(code));
    if (mayBeAnswered && outcome.problem) warned.value = { entry, problem: outcome.problem };
    else problem.value = outcome.problem;
    return false;
  }

  async function sync(): Promise<void> {
    const entries = kept.value.slice(0, MOST_ENTRIES);
    if (syncing || !online.value || entries.length === 0) return;
    syncing = true;
    const { data } = await perform(SYNC_GATE, {
      entries: entries.map((entry) => ({ ...entry, groups: [...entry.groups] })),
      deviceNow: now().toISOString(),
    });
    syncing = false;
    if (!data) return;
    const answers = new Map(data.syncGate.map((answer) => [answer.key, answer.refusals]));
    refused.value = [
      ...refused.value,
      ...entries.flatMap((entry) => {
        const words = (answers.get(entry.key) ?? []).map(({ message }) => message).join(' ');
        return words ? [{ entry, words }] : [];
      }),
    ];
    queue.remove([...answers.keys()]);
    kept.value = kept.value.filter(({ key }) => !answers.has(key));
    void asked.again();
    if (kept.value.length > 0) await sync();
  }

  onMounted(() => void sync());
  watch(online, (isOnline) => isOnline && void sync());

  return {
    asked,
    warned,
    problem,
    refused,
    lost,
    waiting: computed(() => kept.value.filter((entry) => entry.activationShelterId === gateId()).length),
    moved: computed(() => waitingPersons(kept.value, gateId())),
    say: (said: Said) =>
      send({
        stayId: null,
        cardCode: null,
        groups: [],
        reason: null,
        ...said,
        key: newId(),
        activationShelterId: gateId(),
        at: now().toISOString(),
      }),
    answer: (reason: string) =>
      warned.value ? send({ ...warned.value.entry, reason }) : Promise.resolve(false),
    strike: (key: string) => (refused.value = refused.value.filter(({ entry }) => entry.key !== key)),
  };
}

function sendNow({ kind, stayId, cardCode, groups, ...entry }: KeptEntry): Promise<Outcome<unknown>> {
  if (kind === 'CHECK_IN') return perform(CHECK_IN, { input: { ...entry, cardCode, groups: [...groups] } });
  if (kind === 'CHECK_OUT') return perform(CHECK_OUT, { input: { ...entry, stayId: stayId ?? '' } });
  return perform(COUNT, { input: { ...entry, kind } });
}
