import { advice, type Check } from './check.ts';

/** Art. 5 ¶2: what the government invests stands in the budget of its level. */
export const budgetOfGovernment: Check = ({ investment, budget }) =>
  (investment === 'GOVERNMENT' || investment === 'MIXED') && (budget ?? '').trim() === ''
    ? [
        advice(
          'budget-of-government',
          'practice: asks at filing what Art. 5 wants of the money',
          'budget',
          'NO_BUDGET_NAMED',
        ),
      ]
    : [];
