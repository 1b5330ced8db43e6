import { label, type Language } from '../labels.ts';
import type { HazardType } from '../enumerations.ts';
import type { ProposalReason, ProposalReasonCode } from './propose-shelters.ts';

/** Each reason of a proposal in words; `{hazard}`, `{room}` and `{people}` are filled in. */
const MESSAGES: Readonly<Record<ProposalReasonCode, readonly [chinese: string, english: string]>> = {
  SUITABLE: ['适用{hazard}', 'Suitable: {hazard}'],
  CONDITIONAL: ['有条件适用{hazard}', 'Suitable under conditions: {hazard}'],
  NOT_ASSESSED: ['未评估{hazard}适用性', 'Not assessed: {hazard}'],
  READY: ['可用', 'Ready'],
  PARTLY_READY: ['部分可用', 'Partly ready'],
  READINESS_UNKNOWN: ['完好情况不明', 'Readiness not known'],
  ROOM_UNKNOWN: ['容量不明', 'Room not known'],
  UNSUITABLE_FOR_HAZARD: ['不适用{hazard}', 'Unsuitable: {hazard}'],
  INSIDE_AREA: ['在危险区域内', 'Inside the dangerous area'],
  UNAVAILABLE: ['不可用', 'Unavailable'],
  DAMAGED: ['已受损', 'Damaged'],
  ALREADY_LIVE: ['已在其他启用中', 'Already live in another activation'],
  NO_POSITION: ['没有位置', 'No position on file'],
  ENOUGH_ROOM: [
    '前列场所可容纳 {room} 人，已够 {people} 人',
    'Those before it hold {room}, enough for {people}',
  ],
};

/** A reason of a proposal in words. */
export function wordProposalReason({ code, params }: ProposalReason, language: Language): string {
  return MESSAGES[code][language === 'zh-CN' ? 0 : 1].replaceAll(/\{(\w+)\}/g, (_place, name: string) =>
    name === 'hazard'
      ? label('HazardType', String(params['hazard']) as HazardType, language)
      : String(params[name]),
  );
}
