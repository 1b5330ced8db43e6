import { advice, type Check } from './check.ts';
import { textsOf } from './texts-of.ts';

/** The replacement character: something was lost when the text was read in the wrong encoding. */
export const lostCharacters: Check = (contents) =>
  textsOf(contents)
    .filter(({ text }) => text.includes('\ufffd'))
    .map(({ field }) =>
      advice('lost-characters', 'practice: lists saved in another encoding', field, 'LOST_CHARACTERS'),
    );
