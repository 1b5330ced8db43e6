import { advice, type Check } from './check.ts';

const FORMS = [
  /^(\+?86)?1[3-9]\d{9}$/,
  /^(\+?86)?(0\d{2,3})?[2-9]\d{6,7}(转\d{1,6})?$/,
  /^[48]00\d{7}$/,
  /^1\d{2,4}$/,
  /^\+\d{6,15}$/,
];

/** True for what looks like a Chinese mobile, fixed-line, 400, short or international number; spaces and hyphens allowed. */
export function looksLikePhone(text: string): boolean {
  const digits = text.normalize('NFKC').replaceAll(/[\s()-]/g, '');
  return FORMS.some((form) => form.test(digits));
}

/** A phone that does not look like one. The number itself stays out of the finding: it is somebody's. */
export const phoneForm: Check = ({ contact, publicPhone }) =>
  (
    [
      ['contact.phone', contact.phone],
      ['contact.phone24h', contact.phone24h],
      ['publicPhone', publicPhone],
    ] as const
  )
    .filter(([, phone]) => (phone ?? '').trim() !== '' && !looksLikePhone(phone ?? ''))
    .map(([field]) => advice('phone-form', 'practice: a wrong digit costs the night', field, 'PHONE_FORM'));
