import type { Refusal } from '../api/problem.ts';
import { isAdvice } from '../parts/findings.ts';
import { isChanged, isTold } from './answers.ts';
import type { ContentsInput } from './contents.documents.ts';
import {
  SECTION_NAMES,
  sectionAsking,
  sectionOf,
  stateOf,
  type AnswerPath,
  type SectionGroup,
  type SectionName,
} from './sections.ts';

export type TaskState = 'WRONG' | 'RETURNED' | 'MISSING' | 'UNTOUCHED' | 'BEGUN' | 'DONE' | 'OPTIONAL';

/** A section as something to be done. */
export interface Task {
  name: SectionName;
  group: SectionGroup;
  state: TaskState;
  /** How many are wrong, returned or missing; 0 in every other state. */
  count: number;
  /** Fields that the law asks for and that are not told. */
  lacking: string[];
  answered: number;
  asked: number;
  /** Answers that differ from what is on file; null where nothing is on file. */
  changed: number | null;
}

export interface Draft {
  contents: ContentsInput;
  findings: readonly Refusal[];
  /** Of a change: what is on file. */
  onFile: ContentsInput | null;
  /** Sections looked over: what they lack is a gap from then on, not a sheet being written. */
  checked: ReadonlySet<SectionName>;
  /** The writer gives the answers that are an office's to give. */
  isOffice: boolean;
}

/** Every section in its order, and how far it is. */
export function tasksOf(draft: Draft): Task[] {
  return SECTION_NAMES.map((name) => taskOf(name, draft));
}

function taskOf(name: SectionName, draft: Draft): Task {
  const { contents, findings, onFile, checked } = draft;
  const asked = askedIn(name, draft);
  const answered = asked.filter((path) => isTold(contents, path)).length;
  const lacking = findings.flatMap(({ class: kind, field }) =>
    kind === 'LAW' && field !== null && sectionAsking(field) === name ? [field] : [],
  );
  const { missing, wrong, returned } = stateOf(name, findings);
  const fits = (): [TaskState, number] => {
    if (wrong > 0) return ['WRONG', wrong];
    if (returned > 0) return ['RETURNED', returned];
    if (missing > 0 && (checked.has(name) || onFile)) return ['MISSING', missing];
    if (missing > 0) return [answered > 0 ? 'BEGUN' : 'UNTOUCHED', 0];
    return [answered > 0 ? 'DONE' : 'OPTIONAL', 0];
  };
  const [state, count] = fits();
  const changed = onFile && asked.filter((path) => isChanged(onFile, contents, path)).length;
  return {
    name,
    group: sectionOf(name).group,
    state,
    count,
    lacking,
    answered,
    asked: asked.length,
    changed,
  };
}

/** The answers that this writer is asked for; what only an office says is shown to others once it is told. */
export function askedIn(name: SectionName, { contents, isOffice }: Omit<Draft, 'checked'>): AnswerPath[] {
  const { fields, officeOnly = [] } = sectionOf(name);
  return fields.filter((path) => isOffice || !officeOnly.includes(path) || isTold(contents, path));
}

/** The groups in the order of their sections. */
export function groupsOf(tasks: readonly Task[]): { group: SectionGroup; tasks: Task[] }[] {
  const groups = [...new Set(tasks.map(({ group }) => group))];
  return groups.map((group) => ({ group, tasks: tasks.filter((task) => task.group === group) }));
}

/** What to do next: what cannot be first, then what was given back, then what the law still asks for; null = hand it in. */
export function nextTask(tasks: readonly Task[], checked: ReadonlySet<SectionName>): Task | null {
  const first = (...states: TaskState[]) => tasks.find(({ state }) => states.includes(state));
  const returned = tasks.find(({ name, state }) => state === 'RETURNED' && !checked.has(name));
  return first('WRONG') ?? returned ?? first('UNTOUCHED', 'BEGUN', 'MISSING') ?? null;
}

/** The sections before and after one; after the last there is nothing but to check the answers. */
export function neighbours(name: SectionName): { before: SectionName | null; after: SectionName | 'check' } {
  const place = SECTION_NAMES.indexOf(name);
  return { before: SECTION_NAMES[place - 1] ?? null, after: SECTION_NAMES[place + 1] ?? 'check' };
}

/** What stands in the way of handing it in, as one meets it from the first section to the last. */
export function inOrder(findings: readonly Refusal[]): Refusal[] {
  const place = ({ field }: Refusal): number => {
    const name = sectionAsking(field);
    return name ? SECTION_NAMES.indexOf(name) : SECTION_NAMES.length;
  };
  return findings.filter((finding) => !isAdvice(finding)).toSorted((one, other) => place(one) - place(other));
}
