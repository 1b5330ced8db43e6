import { describe, expect, it } from '@jest/globals';
import { passwordRefusals } from './password-policy.ts';

const codes = (password: string, username = 'wang') =>
  passwordRefusals(password, username).map(({ code }) => code);

describe('a password', () => {
  it.each(['正确的马电池订书钉白云山水', 'correct horse battery', 'xK4 mm 92 qq', '𠮷'.repeat(11) + 'a'])(
    '%s will do',
    (password) => {
      expect(codes(password)).toEqual([]);
    },
  );

  it('has 12 to 200 characters, each counted once', () => {
    expect(codes('abcdefghij1')).toEqual(['PASSWORD_TOO_SHORT']);
    expect(codes('𠮷'.repeat(10) + 'a')).toEqual(['PASSWORD_TOO_SHORT']);
    expect(codes('ab'.repeat(100))).toEqual([]);
    expect(codes('ab'.repeat(100) + 'c')).toEqual(['PASSWORD_TOO_LONG']);
  });

  it('is not the user name, nor holds it', () => {
    expect(codes('Wang-and-more-1')).toEqual(['PASSWORD_IS_USERNAME']);
    expect(codes('li and some more', 'li')).toEqual([]);
    expect(codes('LI', 'li')).toEqual(['PASSWORD_TOO_SHORT', 'PASSWORD_IS_USERNAME']);
    expect(codes('correct horse battery', '')).toEqual([]);
    expect(codes('correct horse battery', ' HORSE ')).toEqual(['PASSWORD_IS_USERNAME']);
  });

  it.each(['Password1234', 'QWERTYUIOP12', 'aaaaaaaaaaaa', '1qaz2wsx3edc', 'administrator'])(
    '%s is too common',
    (password) => {
      expect(codes(password)).toEqual(['PASSWORD_COMMON']);
    },
  );

  it('is told everything at once, as practice', () => {
    expect(passwordRefusals('', 'wang')).toEqual([
      {
        rule: 'identity/password-policy',
        article: null,
        field: 'password',
        code: 'PASSWORD_TOO_SHORT',
        params: { limit: 12 },
      },
    ]);
    expect(codes('1111', '1111')).toEqual(['PASSWORD_TOO_SHORT', 'PASSWORD_IS_USERNAME', 'PASSWORD_COMMON']);
  });
});
