import { onScopeDispose, reactive, ref, shallowRef, watch } from 'vue';
import { online } from '../api/connection.ts';
import type { Problem } from '../api/problem.ts';
import { now } from '../clock.ts';
import { forget, keep, kept } from '../session/kept.ts';
import { officer } from '../session/session.ts';
import { blankSheet, keptAs, type RecordKind, type RecordSheet } from './record-sheet.ts';
import { sendRecord } from './send-record.ts';

/** WRITING on this device; SENDING; WAITING for a network; SENT. */
export type Recording = 'WRITING' | 'SENDING' | 'WAITING' | 'SENT';

/**
 * A record being written on the spot: kept on this device with every stroke, handed in once, and sent by itself when the
 * network is back, under the same key however often that takes.
 */
export function useRecord(kind: RecordKind, shelter: { id: string; code: string; name: string }) {
  const personId = officer.value?.personId ?? '';
  const name = keptAs({ kind, shelterId: shelter.id });
  const before = kept(personId, name) as RecordSheet | null;
  const sheet = reactive<RecordSheet>(before ?? blankSheet(kind, shelter, now()));
  const state = ref<Recording>(before?.writtenAt ? 'WAITING' : 'WRITING');
  const problem = shallowRef<Problem | null>(null);
  let gone = false;

  watch(
    sheet,
    () => {
      if (state.value !== 'SENT') keep(personId, name, sheet);
    },
    { deep: true },
  );

  /** Hands it in. */
  async function record(): Promise<void> {
    sheet.writtenAt = now().toISOString();
    keep(personId, name, sheet);
    await send();
  }

  async function send(): Promise<void> {
    if (state.value === 'SENDING') return;
    state.value = 'SENDING';
    problem.value = null;
    const outcome = await sendRecord(sheet);
    if (outcome.problem === null) {
      state.value = 'SENT';
      forget(personId, name);
      return;
    }
    const isOffline = outcome.problem.kind === 'OFFLINE';
    state.value = isOffline ? 'WAITING' : 'WRITING';
    if (!isOffline) {
      problem.value = outcome.problem;
      sheet.writtenAt = null;
    }
    keep(personId, name, sheet);
  }

  /** Begins anew: nothing of this stays on the device. */
  function discard(): void {
    Object.assign(sheet, blankSheet(kind, shelter, now()));
    state.value = 'WRITING';
    problem.value = null;
    forget(personId, name);
  }

  watch(online, (isOnline) => {
    if (isOnline && state.value === 'WAITING' && !gone) void send();
  });
  if (state.value === 'WAITING' && online.value) void send();
  onScopeDispose(() => (gone = true));

  return { sheet, state, problem, record, discard };
}
