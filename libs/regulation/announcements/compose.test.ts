import { describe, expect, it } from '@jest/globals';
import { ANNOUNCEMENT_OCCASIONS } from '../enumerations.ts';
import { composeAnnouncement, type AnnouncementFacts } from './compose.ts';

const FACTS: AnnouncementFacts = {
  occasion: 'ACTIVATION',
  exercise: false,
  jurisdiction: { 'zh-CN': '湖滨区', en: 'Hubin District' },
  eventName: '5.2 级地震',
  hazard: 'EARTHQUAKE',
  number: '411202-QY-2026-0001',
  shelters: [
    { name: '湖滨公园', address: '黄河路 1 号' },
    { name: '体育场', address: null },
  ],
  moment: '2026-03-10 09:00',
};

describe('an announcement', () => {
  it('says who opens what, since when and because of what, and what to do', () => {
    const said = composeAnnouncement(FACTS, 'zh-CN');
    expect(said.headline).toBe('湖滨区启用 2 处应急避难场所');
    expect(said.description).toBe(
      '2026-03-10 09:00，因“5.2 级地震”（地震），湖滨区决定启用应急避难场所（411202-QY-2026-0001）：湖滨公园（黄河路 1 号）、体育场。',
    );
    expect(said.instruction).toContain('110 / 119 / 120');
    expect(composeAnnouncement(FACTS, 'en').headline).toBe('Hubin District opens 2 emergency shelters');
    expect(composeAnnouncement({ ...FACTS, shelters: FACTS.shelters.slice(1) }, 'en').headline).toBe(
      'Hubin District opens 1 emergency shelter',
    );
  });

  it.each(ANNOUNCEMENT_OCCASIONS)(
    'of %s is whole in both languages, with number, moment and names',
    (occasion) => {
      for (const language of ['zh-CN', 'en'] as const) {
        const said = composeAnnouncement({ ...FACTS, occasion }, language);
        expect(said.headline).toContain(FACTS.jurisdiction[language]);
        for (const part of [FACTS.number, FACTS.moment, FACTS.eventName, '体育场'])
          expect(said.description).toContain(part);
        expect(said.instruction).toMatch(/\S/);
        if (language === 'en') expect(said.headline + said.instruction).toMatch(/^[\x20-\x7e]+$/);
      }
      const headlines = ANNOUNCEMENT_OCCASIONS.map(
        (one) => composeAnnouncement({ ...FACTS, occasion: one }, 'en').headline,
      );
      expect(new Set(headlines).size).toBe(3);
    },
  );

  it('of an exercise says so first, in every part', () => {
    for (const part of Object.values(composeAnnouncement({ ...FACTS, exercise: true }, 'zh-CN')))
      expect(part).toMatch(/^【演练】/);
    for (const part of Object.values(composeAnnouncement({ ...FACTS, exercise: true }, 'en')))
      expect(part).toMatch(/^EXERCISE: /);
  });

  it('names sixty shelters and counts the rest', () => {
    const shelters = Array.from({ length: 63 }, (_unused, n) => ({ name: `场所${n}号`, address: null }));
    expect(composeAnnouncement({ ...FACTS, shelters }, 'zh-CN').description).toMatch(
      /场所59号等，另有 3 处。$/,
    );
    expect(composeAnnouncement({ ...FACTS, shelters }, 'en').description).toMatch(/ and 3 more\.$/);
    expect(
      composeAnnouncement({ ...FACTS, shelters: shelters.slice(0, 60) }, 'zh-CN').description,
    ).not.toContain('另有');
  });
});
