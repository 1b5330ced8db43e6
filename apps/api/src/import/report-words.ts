import { FIELD_NAMES } from '#regulation/field-names';
import type { Language } from '#regulation/labels';
import { REFUSAL_MESSAGES } from '#regulation/refusal-messages';
import type { Refusal } from '#regulation/refusal';
import { fillTemplate } from '#regulation/wording';

/** What is wrong, and what to do about it, apart. */
export interface Said {
  readonly message: string;
  readonly cure: string;
}

const NOTHING_ELSE: Record<Language, string> = {
  'zh-CN': '请核对后重新导入。',
  en: 'Check it and import again.',
};

/** All up to the end of the first sentence; an abbreviation ends none. */
const STOP: Record<Language, RegExp> = {
  'zh-CN': /^.*?。/u,
  en: /^.*?(?<!\b(?:Arts?|No|e\.g|i\.e|approx|cf))\. /u,
};

/** The words of a finding in two parts: every message says what is wrong in its first sentence, the cure after it. */
export function sayFinding(
  finding: Pick<Refusal, 'code' | 'field' | 'params'> & { readonly column?: string | null },
  language: Language,
): Said {
  const template: string = REFUSAL_MESSAGES[finding.code][language === 'zh-CN' ? 0 : 1];
  const cut = STOP[language].exec(template)?.[0].length ?? template.length;
  const fill = (part: string) => fillTemplate(part, language, finding.params, fieldOf(finding)).trim();
  return { message: fill(template.slice(0, cut)), cure: fill(template.slice(cut)) || NOTHING_ELSE[language] };
}

/** A field that only this list has is called as the list calls it. */
function fieldOf({ field, column }: { readonly field: string | null; readonly column?: string | null }) {
  if (field === null) return null;
  const key = field.replaceAll(/\.\d+(?=\.|$)/gu, '');
  return Object.hasOwn(FIELD_NAMES, key) ? field : (column ?? field);
}
