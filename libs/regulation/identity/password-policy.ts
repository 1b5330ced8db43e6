import type { Refusal } from '../refusal.ts';

export const PASSWORD_LENGTH = { least: 12, most: 200 } as const;

/** Long enough and still in the first pages of every leaked list, folded to lower case. */
const COMMON = new Set([
  '123456789012',
  '1234567890123',
  '123456123456',
  '111111111111',
  '000000000000',
  '888888888888',
  '666666666666',
  'password1234',
  'password12345',
  'password123456',
  'passwordpassword',
  'qwertyuiop12',
  'qwertyuiop123',
  'qwertyuiopasdf',
  'qwertyqwerty',
  'qwerty123456',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  'qazwsxedcrfv',
  'abcdefghijkl',
  'abcd12345678',
  'abc123456789',
  'a12345678910',
  'admin1234567',
  'admin12345678',
  'administrator',
  'adminadminadmin',
  'iloveyou1234',
  'woaini1314520',
  'woaini520131',
  'letmein12345',
  'welcome12345',
  'changeme1234',
  'p@ssw0rd1234',
  'passw0rd1234',
  'zhongguo1234',
]);

/**
 * What is wrong with a new password, all at once. Length counts, character classes do not.
 * Practice: NIST SP 800-63B §5.1.1.2 (length, a blocklist, no composition rules); 12 instead of its 8.
 */
export function passwordRefusals(password: string, username: string): Refusal[] {
  const refusals: Refusal[] = [];
  const length = Array.from(password).length;
  if (length < PASSWORD_LENGTH.least)
    refusals.push(refusal('PASSWORD_TOO_SHORT', { limit: PASSWORD_LENGTH.least }));
  if (length > PASSWORD_LENGTH.most)
    refusals.push(refusal('PASSWORD_TOO_LONG', { limit: PASSWORD_LENGTH.most }));
  const folded = password.toLowerCase();
  const name = username.trim().toLowerCase();
  if (name !== '' && (folded === name || (name.length >= 4 && folded.includes(name)))) {
    refusals.push(refusal('PASSWORD_IS_USERNAME', {}));
  }
  if (COMMON.has(folded) || isOneCharacter(folded)) refusals.push(refusal('PASSWORD_COMMON', {}));
  return refusals;
}

function isOneCharacter(text: string): boolean {
  return text.length > 0 && new Set(text).size === 1;
}

function refusal(code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'identity/password-policy', article: null, field: 'password', code, params };
}
