import type { Language } from '#regulation/labels';

const METERS_PER_MINUTE = 80;
const MINUTE = 60_000;
const UNKNOWN = { 'zh-CN': '未知', en: 'unknown' } as const;

/** Straight distance for people: tens of metres, then kilometres. Null is unknown. */
export function formatDistance(meters: number | null, language: Language): string {
  if (meters === null) return UNKNOWN[language];
  const [meter, kilometer] = language === 'en' ? ['m', 'km'] : ['米', '公里'];
  const tens = Math.round(meters / 10) * 10;
  if (tens < 10) return language === 'en' ? 'under 10 m' : '不到 10 米';
  if (tens < 1000) return `${tens} ${meter}`;
  const digits = meters < 99_950 ? 1 : 0;
  return `${decimal(meters / 1000, language, digits)} ${kilometer}`;
}

/** Minutes on foot at 80 m a minute, rounded up, at least one. */
export function walkingMinutes(meters: number): number {
  return Math.max(1, Math.ceil(meters / METERS_PER_MINUTE));
}

/** Walking time in words; from an hour on in hours and minutes. Straight lines are short: hence "about". */
export function formatWalk(meters: number, language: Language): string {
  const minutes = walkingMinutes(meters);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (language === 'en') {
    const time = [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
    return `about ${time} on foot`;
  }
  return `步行约 ${[hours > 0 ? `${hours} 小时` : '', rest > 0 ? `${rest} 分钟` : ''].filter(Boolean).join(' ')}`;
}

/** How long ago `at` was at the instant `now`; from 30 days on, and for what lies ahead, the day and hour itself. */
export function formatAge(at: Date, now: Date, language: Language): string {
  const minutes = Math.floor((now.getTime() - at.getTime()) / MINUTE);
  const [hours, days] = [Math.floor(minutes / 60), Math.floor(minutes / 1440)];
  // Clocks of phones differ by a little: what is a minute or two ahead has only just happened.
  if (minutes < -2 || days >= 30) return formatInstant(at, language);
  if (minutes < 1) return language === 'en' ? 'just now' : '刚刚';
  if (hours < 1) return language === 'en' ? `${minutes} min ago` : `${minutes} 分钟前`;
  if (days < 1) return language === 'en' ? `${hours} h ago` : `${hours} 小时前`;
  if (language === 'en') return days === 1 ? '1 day ago' : `${days} days ago`;
  return `${days} 天前`;
}

/** Day and minute in China's time, whatever the device's zone. */
export function formatInstant(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(at);
}

/** The day in China's time, whatever the device's zone. */
export function formatDay(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'medium',
  }).format(at);
}

/** A number with its thousands marked and at most `digits` decimals. Null is unknown, never nought. */
export function formatNumber(value: number | null, language: Language, digits = 0): string {
  return value === null ? UNKNOWN[language] : decimal(value, language, digits);
}

function decimal(value: number, language: Language, digits: number): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
}
