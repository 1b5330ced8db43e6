import { computed, onScopeDispose, reactive, ref, shallowRef, watch } from 'vue';
import { online } from '../api/connection.ts';
import { ask, perform } from '../api/perform.ts';
import { refusalsOf, type Problem, type Refusal } from '../api/problem.ts';
import { now as clock } from '../clock.ts';
import { formOf, readForm } from './contents-form.ts';
import type { ContentsInput } from './contents.documents.ts';
import { draftFindings } from './draft-findings.ts';
import { FILING, REVISE_FILING, type Filing } from './filing.documents.ts';
import { forgetDraft, keepDraft, keepFiling, keptDraft, type Base, type Sheet } from './kept-draft.ts';
import { mergeDrafts, type Merge } from './merge-drafts.ts';
import { checksOf } from './own-checks.ts';
import { boxOf } from './site-form.ts';
import { takeField } from './take-field.ts';
import { wordFault, wordFinding } from './word-faults.ts';

const PAUSE_MS = 1_200;
export type Saving = 'SAVED' | 'WAITING' | 'SAVING' | 'WRONG' | 'STALE' | 'OFFLINE' | 'FAILED' | 'CLOSED';

/** Somebody else saved in between and changed what I changed too: theirs, and where it differs from mine. */
export interface Conflict {
  /** What both began on. */
  base: Base;
  theirs: Filing;
  fields: (keyof ContentsInput)[];
  /** What only they changed; it stays whatever is decided of the others. */
  taken: (keyof ContentsInput)[];
}

/** What somebody else changed while this page was open, as it was and as it is. */
export interface Joined {
  by: string | null;
  at: string;
  fields: (keyof ContentsInput)[];
  before: ContentsInput;
  after: ContentsInput;
}

/**
 * A filing being written: saved by itself a moment after the last stroke, kept on this device until then, and never
 * written over somebody else's change unasked.
 */
export function useDraft(filing: Filing, personId: string) {
  const saved = shallowRef(filing);
  watch(saved, (next) => keepFiling(personId, next), { immediate: true, flush: 'sync' });
  const sheet = reactive<Sheet>(sheetOf(filing));
  const saving = ref<Saving>('SAVED');
  const problem = shallowRef<Problem | null>(null);
  const conflict = shallowRef<Conflict | null>(null);
  const joined = shallowRef<Joined | null>(null);
  const restored = ref(false);
  const reading = computed(() => readForm(sheet.contents));
  const now = computed(() => JSON.stringify([reading.value.input, sheet.signedPaperFileId]));
  let asSaved = now.value;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;

  /** What the last try to save sent; until then what is on file. */
  const tried = shallowRef(inputOf(filing));
  const faults = computed(() => reading.value.faults.map(wordFault));
  const own = computed(() => {
    const keyed = { ...saved.value, signedPaperFileId: sheet.signedPaperFileId };
    return checksOf(reading.value.input, keyed, clock()).map(wordFinding);
  });
  const findings = computed<Refusal[]>(() => {
    const isTrue = ({ code }: Refusal): boolean => code !== 'NOTHING_CHANGES' || now.value === asSaved;
    return draftFindings({
      written: reading.value.input,
      boxOf: (field) => boxOf(sheet.contents, field),
      faults: faults.value,
      own: own.value,
      refused: {
        said: refusalsOf(problem.value).filter(({ code }) => !OF_THE_DRAFT.includes(code)),
        of: tried.value,
      },
      saved: { said: saved.value.findings.filter(isTrue), of: inputOf(saved.value) },
    });
  });

  function take(next: Filing): void {
    saved.value = next;
    Object.assign(sheet, sheetOf(next));
    asSaved = now.value;
    settle('SAVED');
  }

  function settle(next: Saving): void {
    clearTimeout(timer);
    saving.value = next;
    if (next === 'SAVED') {
      problem.value = null;
      conflict.value = null;
      forgetDraft(personId, filing.id);
    }
  }

  function schedule(): void {
    if (saving.value === 'STALE' || saving.value === 'CLOSED') return;
    saving.value = faults.value.length > 0 ? 'WRONG' : 'WAITING';
    clearTimeout(timer);
    timer = setTimeout(() => void save(), PAUSE_MS);
  }

  /** Kept here until it is saved, with what it is a change of: while two versions wait for a choice, what both began on. */
  function keepCopy(): void {
    keepDraft(personId, filing.id, { base: conflict.value?.base ?? baseOf(saved.value), sheet });
  }

  /** Saves what is not saved yet; answers whether everything is. */
  async function save(): Promise<boolean> {
    clearTimeout(timer);
    await running;
    const isHalted = saving.value === 'STALE' || saving.value === 'CLOSED';
    const isRead = faults.value.length === 0;
    if (now.value === asSaved && isRead && !isHalted) settle('SAVED');
    else if (!isHalted && isRead) {
      running = send();
      await running;
      running = null;
    }
    return saving.value === 'SAVED';
  }

  async function send(): Promise<void> {
    const sent = now.value;
    saving.value = 'SAVING';
    tried.value = reading.value.input;
    const { id, revision } = saved.value;
    const { signedPaperFileId } = sheet;
    const input = { id, revision, contents: tried.value, signedPaperFileId };
    const outcome = await perform(REVISE_FILING, { input });
    if (outcome.data) {
      saved.value = outcome.data.reviseFiling;
      asSaved = sent;
      problem.value = null;
      if (now.value === sent) {
        settle('SAVED');
      } else {
        keepCopy();
        schedule();
      }
      return;
    }
    problem.value = outcome.problem;
    if (refusalsOf(outcome.problem).some(({ code }) => code === 'OUT_OF_STAGE')) saving.value = 'CLOSED';
    else if (refusalsOf(outcome.problem).some(({ code }) => code === 'CHANGED_MEANWHILE')) await compare();
    else saving.value = HOW_IT_FAILED[outcome.problem.kind];
  }

  async function compare(): Promise<void> {
    saving.value = 'STALE';
    const outcome = await ask(FILING, { id: saved.value.id });
    if (outcome.data?.filing) join(outcome.data.filing);
  }

  /**
   * Meets what somebody else saved: what only they changed is taken over and told; where both changed the same field it
   * is for this person to decide. An answer that is older than what is saved here says nothing.
   */
  async function meet(theirs: Filing): Promise<void> {
    await running;
    join(theirs);
  }

  function join(theirs: Filing): void {
    if (theirs.revision < saved.value.revision) return;
    if (theirs.revision === saved.value.revision) {
      // Nobody wrote; what the checks say of it may have changed all the same.
      if (now.value === asSaved) saved.value = theirs;
      return;
    }
    merge(baseOf(saved.value), theirs);
  }

  /** Theirs and mine, both begun on the same: what only one touched joins. */
  function merge(base: Base, theirs: Filing): void {
    const [before, after] = [readForm(base.contents).input, inputOf(theirs)];
    const { taken, clashing } = mergeDrafts(before, reading.value.input, after);
    if (clashing.length > 0) {
      saving.value = 'STALE';
      conflict.value = { base, theirs, fields: clashing, taken };
      return;
    }
    joined.value = { by: theirs.savedByName, at: theirs.changedAt, fields: taken, before, after };
    standOn(base, theirs, taken);
  }

  /** From here on mine is a change of theirs. */
  function standOn(base: Sheet, theirs: Filing, taken: Merge['taken']): void {
    const paperIsTheirs = sheet.signedPaperFileId === base.signedPaperFileId;
    const form = formOf(theirs.contents);
    for (const path of taken) takeField(sheet.contents, form, path);
    if (paperIsTheirs) sheet.signedPaperFileId = theirs.signedPaperFileId;
    saved.value = theirs;
    asSaved = JSON.stringify([inputOf(theirs), theirs.signedPaperFileId]);
    conflict.value = null;
    problem.value = null;
    saving.value = 'WAITING';
    if (now.value === asSaved) settle('SAVED');
    else schedule();
  }

  /** Ends a conflict: mine is saved over theirs knowingly, or theirs is taken and mine dropped. */
  async function resolve(which: 'MINE' | 'THEIRS'): Promise<void> {
    const ended = conflict.value;
    if (!ended) return;
    if (which === 'THEIRS') {
      take(ended.theirs);
      return;
    }
    standOn(ended.base, ended.theirs, ended.taken);
    await save();
  }

  const copy = keptDraft(personId, filing.id);
  if (copy) {
    Object.assign(sheet, copy.sheet);
    restored.value = now.value !== asSaved;
    if (!restored.value) forgetDraft(personId, filing.id);
    else if (copy.base.revision === filing.revision) schedule();
    else merge(copy.base, filing);
  }

  watch(
    () => JSON.stringify(sheet),
    () => {
      if (now.value === asSaved && faults.value.length === 0) {
        if (saving.value !== 'SAVING') settle('SAVED');
        return;
      }
      keepCopy();
      schedule();
    },
  );
  watch(online, (isOnline) => isOnline && saving.value === 'OFFLINE' && void save());
  onScopeDispose(() => {
    clearTimeout(timer);
    if (saving.value === 'WAITING') void save();
  });

  return { saved, sheet, saving, problem, findings, conflict, joined, restored, save, meet, resolve };
}

/** Refusals that concern the paper as a whole; the page has words of its own for them. */
const OF_THE_DRAFT = ['CHANGED_MEANWHILE', 'OUT_OF_STAGE'];

const HOW_IT_FAILED: Record<Problem['kind'], Saving> = {
  REFUSED: 'WRONG',
  BAD_INPUT: 'WRONG',
  OFFLINE: 'OFFLINE',
  UNAUTHENTICATED: 'FAILED',
  FORBIDDEN: 'FAILED',
  BUG: 'FAILED',
};

function inputOf({ contents }: Filing): ContentsInput {
  return readForm(formOf(contents)).input;
}

function baseOf(saved: Filing): Base {
  return { revision: saved.revision, ...sheetOf(saved) };
}

function sheetOf({ contents, signedPaperFileId }: Filing): Sheet {
  return { contents: formOf(contents), signedPaperFileId };
}
