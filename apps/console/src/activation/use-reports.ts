import type { ShelterFact } from '#regulation/enumerations';
import { computed, onScopeDispose, ref, watch, type ComputedRef } from 'vue';
import { online } from '../api/connection.ts';
import { newId } from '../api/new-id.ts';
import { perform } from '../api/perform.ts';
import { now } from '../clock.ts';
import { keep, kept } from '../session/kept.ts';
import { officer } from '../session/session.ts';
import { REPORT } from './site.documents.ts';
import { readPending, type PendingReport } from './pending-reports.ts';

const KEPT_AS = 'shelter-reports';
const TRY_AGAIN_MS = 10_000;

export interface Reports {
  /** Of this shelter: waiting, or refused. */
  pending: ComputedRef<PendingReport[]>;
  report: (facts: ShelterFact[], note: string | null) => void;
  dismiss: () => void;
}

/**
 * Reports of opened shelters, in order: each is kept on this device with its own key and the device’s time until the
 * server has it, so that a dead network loses none and a doubtful one sends none twice.
 */
export function useReports(activationShelterId: () => string, sent: () => void): Reports {
  const personId = officer.value?.personId ?? '';
  const all = ref(readPending(kept(personId, KEPT_AS)));
  let sending = false;
  watch(all, (next) => keep(personId, KEPT_AS, next), { deep: true });

  async function flush(): Promise<void> {
    if (sending) return;
    sending = true;
    try {
      for (;;) {
        const next = all.value.find(({ refused }) => refused === null);
        if (!next || !(await send(next))) return;
      }
    } finally {
      sending = false;
    }
  }

  async function send(report: PendingReport): Promise<boolean> {
    const { key, activationShelterId: id, facts, at, note } = report;
    const { problem } = await perform(REPORT, { input: { key, activationShelterId: id, facts, at, note } });
    if (problem === null) {
      all.value = all.value.filter((other) => other.key !== key);
      sent();
      return true;
    }
    if (problem.kind === 'OFFLINE' || problem.kind === 'UNAUTHENTICATED' || problem.kind === 'BUG')
      return false;
    const why =
      problem.kind === 'REFUSED' ? problem.refusals.map(({ message }) => message).join(' ') : problem.message;
    all.value = all.value.map((other) => (other.key === key ? { ...other, refused: why } : other));
    return true;
  }

  watch(online, (isOnline) => isOnline && void flush());
  const timer = setInterval(() => void flush(), TRY_AGAIN_MS);
  onScopeDispose(() => clearInterval(timer));
  void flush();

  return {
    pending: computed(() => all.value.filter((one) => one.activationShelterId === activationShelterId())),
    report: (facts, note) => {
      const at = now().toISOString();
      all.value = [
        ...all.value,
        { key: newId(), activationShelterId: activationShelterId(), facts, at, note, refused: null },
      ];
      void flush();
    },
    dismiss: () => {
      all.value = all.value.filter(({ refused }) => refused === null);
    },
  };
}
