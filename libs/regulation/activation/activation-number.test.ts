import { describe, expect, it } from '@jest/globals';
import { activationNumber, orderNumber } from './activation-number.ts';

describe('the number of a decision', () => {
  it('says whose, what, when and which; an exercise is told apart', () => {
    expect(activationNumber('411202', 2026, 3, false)).toBe('411202-QY-2026-0003');
    expect(activationNumber('SFQ', 2026, 12345, true)).toBe('SFQ-YL-2026-12345');
  });

  it('begins the number of every opening order', () => {
    expect(orderNumber('411202-QY-2026-0003', 7)).toBe('411202-QY-2026-0003-007');
    expect(orderNumber('411202-QY-2026-0003', 1234)).toBe('411202-QY-2026-0003-1234');
  });
});
