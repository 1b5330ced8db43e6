import { advice, type Check } from './check.ts';

/**
 * Art. 13 ¶2 asks indoor sites to be built to the seismic code; that is judged when they are built.
 * Filing is no licence, so missing evidence is advice here, not law.
 */
export const seismicEvidence: Check = ({ spaceType, seismicEvidence: evidence }) =>
  (spaceType === 'INDOOR' || spaceType === 'MIXED') && (evidence ?? '').trim() === ''
    ? [
        advice(
          'seismic-evidence',
          'practice: asks early for what Art. 13 demands of the building',
          'seismicEvidence',
          'NO_SEISMIC_EVIDENCE',
        ),
      ]
    : [];
