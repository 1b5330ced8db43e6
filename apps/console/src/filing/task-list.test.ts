import { describe, expect, test } from '@jest/globals';
import { EMPTY_CONTENTS } from '#regulation/registry/contents';
import type { Refusal } from '../api/problem.ts';
import { formOf, readForm } from './contents-form.ts';
import type { ContentsInput } from './contents.documents.ts';
import { checksOf, isLawGap, lawItemsOf } from './own-checks.ts';
import { SECTION_NAMES, SECTIONS, sectionAsking, type SectionName } from './sections.ts';
import { groupsOf, inOrder, neighbours, nextTask, tasksOf, type Draft } from './task-list.ts';

const blank: ContentsInput = readForm(formOf(structuredClone(EMPTY_CONTENTS))).input;
const begun: ContentsInput = { ...blank, name: '湖滨公园', areaSquareMeters: 1200 };

const at = new Date('2026-11-27T00:00:00Z');
const keyed = { onBehalf: false, unitId: 'u', signedPaperFileId: null };
const gapsOf = (contents: ContentsInput): Refusal[] =>
  checksOf(contents, keyed, at)
    .filter(isLawGap)
    .map((gap) => ({ ...gap, message: gap.code }));
const finding = (kind: string, field: string | null): Refusal => ({
  class: kind,
  code: kind,
  field,
  article: null,
  message: kind,
});
const draft = (over: Partial<Draft> = {}): Draft => {
  const contents = over.contents ?? begun;
  return {
    contents,
    findings: gapsOf(contents),
    onFile: null,
    checked: new Set(),
    isOffice: false,
    ...over,
  };
};
const statesOf = (over?: Partial<Draft>) =>
  Object.fromEntries(tasksOf(draft(over)).map(({ name, state, count }) => [name, [state, count]]));
const taskOf = (name: SectionName, over?: Partial<Draft>) =>
  tasksOf(draft(over)).find((task) => task.name === name);

describe('the sections of a filing', () => {
  test('ask for every field of the contents, each in one section', () => {
    const asked = Object.values(SECTIONS).flatMap(({ fields }) => fields.map((path) => path.split('.')[0]));
    expect(new Set(asked)).toEqual(new Set(Object.keys(blank)));
    const paths = Object.values(SECTIONS).flatMap(({ fields }): string[] => [...fields]);
    expect(new Set(paths).size).toBe(paths.length);
  });

  test('answer for whatever a finding names', () => {
    expect(sectionAsking('position.sourceCrs')).toBe('place');
    expect(sectionAsking('facilities[3].quantity')).toBe('facilities');
    expect(sectionAsking('signedPaperFileId')).toBe('papers');
    expect(sectionAsking('contact')).toBe('contact');
    expect(sectionAsking('somethingElse')).toBeNull();
    expect(sectionAsking(null)).toBeNull();
  });

  test('are told by how far they are', () => {
    expect(statesOf()).toEqual({
      basics: ['DONE', 0],
      place: ['UNTOUCHED', 0],
      layout: ['OPTIONAL', 0],
      capacity: ['BEGUN', 0],
      facilities: ['UNTOUCHED', 0],
      papers: ['UNTOUCHED', 0],
      contact: ['UNTOUCHED', 0],
      hazards: ['OPTIONAL', 0],
      design: ['OPTIONAL', 0],
      money: ['OPTIONAL', 0],
      further: ['OPTIONAL', 0],
    });
    expect(taskOf('capacity')).toMatchObject({ lacking: ['declaredCapacity'], answered: 1, asked: 5 });
  });

  test('lack what they lack once they were looked over', () => {
    expect(statesOf({ checked: new Set<SectionName>(['capacity', 'hazards']) })).toMatchObject({
      capacity: ['MISSING', 1],
      hazards: ['OPTIONAL', 0],
      contact: ['UNTOUCHED', 0],
    });
  });

  test('say first what cannot be, then what was given back', () => {
    const findings = [
      finding('RETURN', 'declaredCapacity'),
      finding('RETURN', 'address'),
      finding('IMPOSSIBLE', 'declaredCapacity'),
      finding('ADVICE', 'contact.phone'),
      ...gapsOf(begun),
    ];
    expect(statesOf({ findings })).toMatchObject({
      capacity: ['WRONG', 1],
      place: ['RETURNED', 1],
      contact: ['UNTOUCHED', 0],
    });
  });

  test('count what a change changes, answer by answer', () => {
    const onFile = { ...begun, contact: { name: '张', phone: '1', phone24h: null } };
    const contents = {
      ...onFile,
      contact: { name: '李', phone: '2', phone24h: null },
      areaSquareMeters: null,
    };
    const tasks = tasksOf(draft({ contents, onFile, findings: gapsOf(contents) }));
    expect(tasks.map(({ changed }) => changed)).toEqual([0, 0, 0, 1, 0, 0, 2, 0, 0, 0, 0]);
    // What is on file had it all: a gap in a change is a gap at once.
    expect(tasks.find(({ name }) => name === 'capacity')).toMatchObject({ state: 'MISSING', count: 2 });
    expect(taskOf('basics')?.changed).toBeNull();
  });

  test('ask an office for one answer more, and show it to others once it is told', () => {
    expect(taskOf('capacity')?.asked).toBe(5);
    expect(taskOf('capacity', { isOffice: true })?.asked).toBe(6);
    expect(taskOf('capacity', { contents: { ...begun, capacityOverride: 0 } })).toMatchObject({
      asked: 6,
      answered: 2,
    });
  });
});

describe('the way through a filing', () => {
  test('goes from section to section and ends with the answers', () => {
    expect(neighbours('basics')).toEqual({ before: null, after: 'place' });
    expect(neighbours('further')).toEqual({ before: 'money', after: 'check' });
    const order = groupsOf(tasksOf(draft())).flatMap(({ tasks }) => tasks.map(({ name }) => name));
    expect(order).toEqual(SECTION_NAMES);
  });

  test('leads to what cannot be, to what was given back and not yet seen, to the next gap, to the end', () => {
    const none = new Set<SectionName>();
    const next = (over: Partial<Draft>, visited = none) => nextTask(tasksOf(draft(over)), visited)?.name;
    expect(next({})).toBe('place');
    const returned = [...gapsOf(begun), finding('RETURN', 'remarks')];
    expect(next({ findings: returned })).toBe('further');
    expect(next({ findings: returned }, new Set<SectionName>(['further']))).toBe('place');
    expect(next({ findings: [...returned, finding('IMPOSSIBLE', 'contact.phone')] })).toBe('contact');
    expect(next({ findings: [] })).toBeUndefined();
  });

  test('tells all that stops it in the order of the sections, what concerns the whole last', () => {
    const findings = [
      finding('LAW', null),
      finding('ADVICE', 'name'),
      finding('LAW', 'contact.phone'),
      finding('IMPOSSIBLE', 'declaredCapacity'),
      finding('LAW', 'name'),
    ];
    expect(inOrder(findings).map(({ field }) => field)).toEqual([
      'name',
      'declaredCapacity',
      'contact.phone',
      null,
    ]);
  });
});

describe('the law on this side', () => {
  test('knows every gap of Art. 14 and the paper of a filing keyed in for a unit', () => {
    const gaps = checksOf(blank, { ...keyed, onBehalf: true }, at).filter(isLawGap);
    expect(gaps.map(({ field }) => field)).toEqual([
      'name',
      'position',
      'areaSquareMeters',
      'declaredCapacity',
      'facilities',
      'zonePlanFileId',
      'contact.name',
      'contact.phone',
      'signedPaperFileId',
    ]);
    expect(gaps.every(isLawGap)).toBe(true);
    expect(isLawGap({ class: 'ADVICE', code: 'MISSING' })).toBe(false);
  });

  test('counts its six items', () => {
    const at = { ...begun, position: { longitude: 111, latitude: 34, crs: 'BD09' as const } };
    expect(lawItemsOf(at).filter(({ told }) => told)).toEqual([
      { item: 1, told: true },
      { item: 2, told: true },
    ]);
  });
});
