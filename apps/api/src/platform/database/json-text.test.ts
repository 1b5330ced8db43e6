import { describe, expect, it } from '@jest/globals';
import { jsonText } from './json-text.ts';

describe('text for jsonb', () => {
  it('replaces what no database keeps: zeros and halves of surrogate pairs', () => {
    const told = JSON.parse(jsonText({ a: 'x\0y', b: 'half \ud83d', c: '\udc00' })) as unknown;
    expect(told).toEqual({ a: 'x\ufffdy', b: 'half \ufffd', c: '\ufffd' });
  });

  it('leaves everything else as it is, whole pairs and texts about escapes too', () => {
    const value = {
      pair: '😀',
      escape: String.raw`\u0000 \\ud800`,
      lines: 'a\n"b"',
      none: null,
      list: [1, 2.5],
    };
    expect(JSON.parse(jsonText(value))).toEqual(value);
  });
});
