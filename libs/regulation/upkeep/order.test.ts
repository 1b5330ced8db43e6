import { expect, it } from '@jest/globals';
import { orderRefusals } from './order.ts';

const codes = (responsiblePerson: string, dueOn: string) =>
  orderRefusals({ responsiblePerson, dueOn }, '2026-03-10').map(({ code, field }) => `${field} ${code}`);

it('wants a person and a deadline that can be kept, and says both at once', () => {
  expect(codes('李师傅', '2026-03-10')).toEqual([]);
  expect(codes('李师傅', '2028-02-29')).toEqual([]);
  expect(codes(' ', '2026-03-09')).toEqual(['responsiblePerson MISSING', 'dueOn DEADLINE_PAST']);
  expect(codes('李'.repeat(61), '2027-02-29')).toEqual(['responsiblePerson TOO_LONG', 'dueOn NO_SUCH_DATE']);
});
