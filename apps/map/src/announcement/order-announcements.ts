import type { Language } from '#regulation/public-labels';
import type { Announced } from './announcement.types.ts';

/** Lines of the banner: more would push the nearest shelter off the first screen. */
const MOST_LINES = 2;
/** How long the first screen tells that an activation has ended. */
const TOLD_MILLISECONDS = 24 * 3_600_000;

/** What the first screen says before anything else. */
export interface Banner<Told extends Announced> {
  /** Real and in force, the last word of each activation, the newest first. */
  readonly urgent: readonly Told[];
  /** How many more of these there are. */
  readonly more: number;
  /** Exercises in force; only while nothing real is: they would stand in its way. */
  readonly exercises: readonly Told[];
  /** Real ones that have just ended; only while none is in force. */
  readonly ended: readonly Told[];
}

/** What is in force stands first, each part the newest first. */
export function orderAnnouncements<Told extends Announced>(announcements: readonly Told[]): Told[] {
  const newest = [...announcements].sort(
    (one, other) => Date.parse(other.announcedAt) - Date.parse(one.announcedAt),
  );
  return [...newest.filter(({ live }) => live), ...newest.filter(({ live }) => !live)];
}

/** What of all that was announced the first screen says; `now` in milliseconds since 1970. */
export function bannerOf<Told extends Announced>(announcements: readonly Told[], now: number): Banner<Told> {
  const words = lastWords(orderAnnouncements(announcements));
  const urgent = words.filter(({ live, exercise }) => live && !exercise);
  const drills = words.filter(({ live, exercise }) => live && exercise);
  const ended = words.filter(
    ({ occasion, exercise, announcedAt }) =>
      occasion === 'CLOSING' && !exercise && now - Date.parse(announcedAt) < TOLD_MILLISECONDS,
  );
  return {
    urgent: urgent.slice(0, MOST_LINES),
    more: Math.max(0, urgent.length - MOST_LINES),
    exercises: urgent.length > 0 ? [] : drills.slice(0, MOST_LINES),
    ended: urgent.length > 0 ? [] : ended.slice(0, 1),
  };
}

/** The words of an announcement in a language, or in the other one when it was not made in it. */
export function wordsIn<Text extends { language: Language }>(
  texts: readonly Text[],
  language: Language,
): Text | undefined {
  return texts.find((text) => text.language === language) ?? texts[0];
}

/** The newest of each activation, and each that belongs to none. */
function lastWords<Told extends Announced>(ordered: readonly Told[]): Told[] {
  const said = new Set<string>();
  return ordered.filter(({ activationNumber, identifier }) => {
    const about = activationNumber ?? identifier;
    if (said.has(about)) return false;
    said.add(about);
    return true;
  });
}
