import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { budgetOfGovernment } from './budget-of-government.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';

const told = (change: Parameters<typeof sampleContents>[0] = {}, facts = sampleFacts()) =>
  budgetOfGovernment(sampleContents(change), facts, CHECK_DEFAULTS);

describe('what the government invests (Art. 5)', () => {
  it.each([
    ['GOVERNMENT', null, 1],
    ['MIXED', '  ', 1],
    ['GOVERNMENT', '湖滨区 2025 年度预算', 0],
    ['SOCIAL', null, 0],
    ['UNKNOWN', null, 0],
  ] as const)('%s in the budget %p', (investment, budget, count) => {
    const findings = told({ investment, budget });
    expect(findings).toHaveLength(count);
    expect(findings.every(({ field, code }) => field === 'budget' && code === 'NO_BUDGET_NAMED')).toBe(true);
  });
});
