import type { AnnouncementOccasion, HazardType } from '../enumerations.ts';
import { label, type Language } from '../labels.ts';

/** What an announcement speaks of. */
export interface AnnouncementFacts {
  readonly occasion: AnnouncementOccasion;
  readonly exercise: boolean;
  /** Who decided, in both languages. */
  readonly jurisdiction: Readonly<Record<Language, string>>;
  readonly eventName: string;
  readonly hazard: HazardType;
  readonly number: string;
  /** Names of the shelters it is about; those opened, or all that were. */
  readonly shelters: readonly { readonly name: string; readonly address: string | null }[];
  /** Moment of the act, `YYYY-MM-DD HH:MM` in Shanghai. */
  readonly moment: string;
}

/** The words of an announcement in one language. Plain text; escaped where it is shown. */
export interface AnnouncementText {
  readonly headline: string;
  readonly description: string;
  readonly instruction: string;
}

/** Practice, configurable: so many shelters are named one by one, the rest by their number. */
const NAMED_MOST = 60;

const NUMBERS = '110 / 119 / 120';

/**
 * Art. 22: the announcement that goes with a decision, in Chinese or English. An exercise says so first, in every part, so that
 * nobody flees from it.
 */
export function composeAnnouncement(facts: AnnouncementFacts, language: Language): AnnouncementText {
  const chinese = language === 'zh-CN';
  const mark = facts.exercise ? (chinese ? '【演练】' : 'EXERCISE: ') : '';
  const who = facts.jurisdiction[language];
  const hazard = label('HazardType', facts.hazard, language);
  const [headline, description, instruction] = chinese
    ? inChinese(facts, who, hazard)
    : inEnglish(facts, who, hazard);
  return { headline: mark + headline, description: mark + description, instruction: mark + instruction };
}

type Words = readonly [headline: string, description: string, instruction: string];

function inChinese(facts: AnnouncementFacts, who: string, hazard: string): Words {
  const { eventName, number, moment } = facts;
  const names = listed(facts, (rest) => `等，另有 ${rest} 处`, '、');
  const decided = `${moment}，因“${eventName}”（${hazard}），${who}`;
  switch (facts.occasion) {
    case 'ACTIVATION':
      return [
        `${who}启用 ${facts.shelters.length} 处应急避难场所`,
        `${decided}决定启用应急避难场所（${number}）：${names}。`,
        `请按现场指引前往已开放的场所；出门前在本系统查看哪些已开放、还有余位。紧急求助：${NUMBERS}。`,
      ];
    case 'AMENDMENT':
      return [
        `${who}增开 ${facts.shelters.length} 处应急避难场所`,
        `${decided}决定增开应急避难场所（${number}）：${names}。`,
        `请查看哪些场所已开放、还有余位，再前往。紧急求助：${NUMBERS}。`,
      ];
    case 'CLOSING':
      return [
        `${who}结束应急避难场所启用`,
        `${decided}决定结束启用（${number}），各场所不再接收新到人员：${names}。`,
        `请听从现场工作人员安排，有序离开。仍需帮助请联系社区或拨打 ${NUMBERS}。`,
      ];
  }
}

function inEnglish(facts: AnnouncementFacts, who: string, hazard: string): Words {
  const { eventName, number, moment } = facts;
  const count = facts.shelters.length;
  const shelters = count === 1 ? '1 emergency shelter' : `${count} emergency shelters`;
  const names = listed(facts, (rest) => ` and ${rest} more`, '; ');
  const because = `On ${moment}, because of "${eventName}" (${hazard}), ${who}`;
  switch (facts.occasion) {
    case 'ACTIVATION':
      return [
        `${who} opens ${shelters}`,
        `${because} decided to open emergency shelters (${number}): ${names}.`,
        `Go to a shelter that is open; see here which are open and have room before you leave. Emergency: ${NUMBERS}.`,
      ];
    case 'AMENDMENT':
      return [
        `${who} opens ${shelters} more`,
        `${because} decided to open further emergency shelters (${number}): ${names}.`,
        `See which are open and have room before you leave. Emergency: ${NUMBERS}.`,
      ];
    case 'CLOSING':
      return [
        `${who} ends the use of emergency shelters`,
        `${because} decided to end the use of shelters (${number}); they take in nobody any more: ${names}.`,
        `Follow the staff on site and leave in order. If you still need help, ask your community or call ${NUMBERS}.`,
      ];
  }
}

function listed(facts: AnnouncementFacts, more: (rest: number) => string, separator: string): string {
  const named = facts.shelters.slice(0, NAMED_MOST);
  const rest = facts.shelters.length - named.length;
  const names = named.map(({ name, address }) => (address ? `${name}（${address}）` : name));
  return names.join(separator) + (rest > 0 ? more(rest) : '');
}
