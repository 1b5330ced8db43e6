import { fieldName } from '#regulation/field-names';
import { label, type Enumeration } from '#regulation/labels';
import { formatAge, formatInstant, formatNumber } from '#look/format';
import { createI18n } from 'vue-i18n';
import { watch } from 'vue';
import { now } from '../clock.ts';
import { en } from './english.ts';
import { language } from './language.ts';
import { zhCN, type MessageKey } from './messages.ts';

export type { MessageKey } from './messages.ts';

export const i18n = createI18n({
  legacy: false,
  locale: language.value,
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zhCN, en },
});

watch(language, (next) => (i18n.global.locale.value = next));

/** A sentence of the console; an unknown key does not compile. */
export function t(key: MessageKey, params: Record<string, string | number> = {}): string {
  return i18n.global.t(key, params);
}

/** The word for a value of an enumeration, from the one table. */
export function word(enumeration: Enumeration, value: string): string {
  return label(enumeration, value, language.value);
}

/** What is said before a value, and the value, as the language of the page joins them. */
export function labelled(before: string, value: string): string {
  return language.value === 'zh-CN' ? `${before}：${value}` : `${before}: ${value}`;
}

/** Words in a row, as the language of the page joins them. */
export function listed(words: readonly string[]): string {
  return words.join(language.value === 'zh-CN' ? '、' : ', ');
}

/** The name of a field, from the one table. */
export function field(path: string): string {
  return fieldName(path, language.value);
}

/** A number with its thousands, or 不明: a missing number is never nought. */
export function number(value: number | null | undefined, digits = 0): string {
  return value === null || value === undefined ? t('unknown') : formatNumber(value, language.value, digits);
}

/** Day and minute in China’s time; a dash where there is none. */
export function instant(at: string | null | undefined): string {
  return at ? formatInstant(new Date(at), language.value) : '—';
}

/** The civil day in China’s time, YYYY-MM-DD: short, and it sorts. */
export function day(at: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(at));
}

/** How long ago. */
export function age(at: string, moment: Date = now()): string {
  return formatAge(new Date(at), moment, language.value);
}

/** Chinese or English name, by the language chosen. */
export function named(thing: { name: string; nameEn?: string }): string {
  return language.value === 'en' && thing.nameEn ? thing.nameEn : thing.name;
}
