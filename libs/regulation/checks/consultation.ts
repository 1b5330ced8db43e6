import { advice, type Check } from './check.ts';

const SOURCE = 'practice: keeps the record that Art. 11 speaks of whole';

/** Art. 11: the planning department asks, the emergency department answers, in this order. */
export const consultationRecord: Check = ({ consultation }) => {
  const asked = consultation?.askedOn;
  if (!asked) return [];
  const { answeredOn, opinion } = consultation;
  if (answeredOn !== null && answeredOn < asked)
    return [advice('consultation', SOURCE, 'consultation.answeredOn', 'ANSWERED_BEFORE_ASKED', { asked })];
  if (answeredOn === null && (opinion ?? '').trim() === '')
    return [advice('consultation', SOURCE, 'consultation.answeredOn', 'NOT_ANSWERED', { asked })];
  return [];
};
