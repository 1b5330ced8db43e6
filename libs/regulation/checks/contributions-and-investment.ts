import { advice, type Check } from './check.ts';

/** Art. 6: contributions are social capital; an investment that is the government's alone had none. */
export const contributionsAndInvestment: Check = ({ investment, contributions }) =>
  investment === 'GOVERNMENT' && contributions.length > 0
    ? [
        advice(
          'contributions-and-investment',
          'practice: contributions under Art. 6 are social capital',
          'investment',
          'CONTRIBUTION_UNLIKE_INVESTMENT',
          { investment },
        ),
      ]
    : [];
