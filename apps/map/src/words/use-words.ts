import { publicLabel, type PublicLabels } from '#regulation/public-labels';
import { settings } from '../device/settings.ts';
import { WORDS, type Word } from './words.ts';

/** A word of the page in the person's language; `{name}` places are filled. */
export function t(word: Word, params: Readonly<Record<string, string | number>> = {}): string {
  const text: string = WORDS[word][settings.language === 'zh-CN' ? 0 : 1];
  return text.replace(/\{(\w+)\}/gu, (place, name: string) => String(params[name] ?? place));
}

/** A value of an enumeration in the person's language. */
export function named(enumeration: keyof PublicLabels, value: string): string {
  return publicLabel(enumeration, value, settings.language);
}
