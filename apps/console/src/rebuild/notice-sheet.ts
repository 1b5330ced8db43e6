import {
  REBUILD_EFFECTS,
  REBUILD_KINDS,
  type RebuildEffect,
  type RebuildKind,
} from '#regulation/enumerations';
import { wordFault } from '../filing/word-faults.ts';
import type { Refusal } from '../api/problem.ts';
import type { Notice, ToldNotice } from './rebuild.documents.ts';

/** A notice as it is being written: everything as typed. */
export interface NoticeSheet {
  kind: RebuildKind;
  scope: string;
  startsOn: string;
  endsOn: string;
  effect: RebuildEffect;
  placesOut: string;
  fileIds: string[];
  reason: string;
}

export const BLANK_NOTICE: NoticeSheet = {
  kind: REBUILD_KINDS[0],
  scope: '',
  startsOn: '',
  endsOn: '',
  effect: REBUILD_EFFECTS[1],
  placesOut: '',
  fileIds: [],
  reason: '',
};

export function sheetOf(notice: Notice): NoticeSheet {
  const { kind, scope, startsOn, endsOn, effect, placesOut, fileIds } = notice;
  return {
    kind,
    scope,
    startsOn,
    endsOn,
    effect,
    placesOut: placesOut === null ? '' : String(placesOut),
    fileIds: [...fileIds],
    reason: '',
  };
}

/** What would be sent, and what cannot even be sent. Full-width digits and thousands are read as people mean them. */
export function readNotice(sheet: NoticeSheet): { told: ToldNotice; faults: Refusal[] } {
  const typed = sheet.placesOut.normalize('NFKC').replaceAll(/[\s,]/gu, '');
  const isPart = sheet.effect === 'LIMITED';
  const isNumber = /^\d{0,9}$/u.test(typed);
  const faults =
    isPart && !isNumber
      ? [
          wordFault({
            field: 'placesOut',
            code: 'NOT_A_NUMBER',
            params: { value: sheet.placesOut.slice(0, 40) },
          }),
        ]
      : [];
  const { kind, scope, startsOn, endsOn, effect, fileIds } = sheet;
  const placesOut = isPart && isNumber && typed !== '' ? Number(typed) : null;
  return { told: { kind, scope, startsOn, endsOn, effect, placesOut, fileIds }, faults };
}
