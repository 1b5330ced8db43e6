import { advice, type Check } from './check.ts';

/** Art. 2, 3 name the hazards; the filing contents of Art. 14 do not ask for them. No assessment at all is worth a word. */
export const hazardsNotAssessed: Check = ({ suitability }) =>
  suitability.every((entry) => entry.suitability === 'NOT_ASSESSED')
    ? [
        advice(
          'hazards-not-assessed',
          'practice: GB/T 44013, suitability by hazard',
          'suitability',
          'HAZARDS_NOT_ASSESSED',
        ),
      ]
    : [];
