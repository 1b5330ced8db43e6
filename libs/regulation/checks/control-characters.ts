import { impossible, type Check } from './check.ts';
import { textsOf } from './texts-of.ts';

/** Control characters and those that turn the writing direction: invisible, and able to make one text look like another. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const UNSEEN_IN_LINES = /(?![\t\n\r])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** Control characters in texts; line breaks and tabs only where a text may run over several lines. */
export const controlCharacters: Check = (contents) =>
  textsOf(contents).flatMap(({ field, text, lines }) => {
    const at = text.search(lines ? UNSEEN_IN_LINES : UNSEEN);
    return at < 0 ? [] : [impossible('control-characters', field, 'CONTROL_CHARACTER', { at: at + 1 })];
  });
