import { mayPerform } from '#regulation/authority';
import { reasonRefusals } from '#regulation/filing/review';
import type { Refusal } from '#regulation/refusal';
import { v7 as uuidv7 } from 'uuid';
import type { Officer } from '../identity/officer.ts';
import { writeLedgerEntry } from '../ledger/write-ledger-entry.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { refuseIfAny } from '../platform/refused.ts';
import { concerned, lockEvent } from './propose-activation.ts';

export interface NewRequest {
  readonly key: string | null;
  readonly eventId: string;
  readonly jurisdictionCode: string;
  readonly reason: string;
}

/** Asks a county government or committee to decide (practice): on record, seen on its board, and no decision. */
export function requestDecision(office: Office, officer: Officer, request: NewRequest): Promise<string> {
  const at = office.clock.now();
  const { jurisdictionCode, reason } = request;
  return inTransaction(office.dataSource, async (tx) => {
    const event = await lockEvent(tx, request.eventId);
    if (request.key) {
      const [before] = await tx.query<unknown[]>(
        `select 1 from decision_request where id = $1 and asked_by = $2`,
        [request.key, officer.personId],
      );
      if (before) return request.key;
    }
    const appointment = mayPerform(officer, 'requestDecision', { jurisdictionCode, unitId: null });
    const refusals: Refusal[] = [
      ...(appointment ? [] : [refusal(null, 'NO_AUTHORITY', { act: 'requestDecision' })]),
      ...(event ? concerned(event, jurisdictionCode) : [refusal('eventId', 'NOT_FOUND', {})]),
      ...reasonRefusals(reason),
    ];
    refuseIfAny(refusals);
    const id = request.key ?? uuidv7();
    await tx.query(
      `insert into decision_request (id, event_id, jurisdiction_code, reason, asked_by, organisation_id, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        id,
        request.eventId,
        jurisdictionCode,
        reason.trim(),
        officer.personId,
        appointment?.organisationId ?? null,
        at,
      ],
    );
    await writeLedgerEntry(tx, {
      process: 'decision_request',
      act: 'requestDecision',
      article: null,
      at,
      by: officer,
      appointment,
      jurisdictionCode,
      subjects: [{ kind: 'decision_request', id, from: null, to: 'ASKED' }],
      details: { event: request.eventId },
    });
    await tellChanges(tx, [{ topic: 'ACTIVATION', jurisdictionCode, at }]);
    return id;
  });
}

function refusal(field: string | null, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'activation/request', article: null, field, code, params };
}
