import { capReference } from '#regulation/announcements/cap-message';
import { composeAnnouncement } from '#regulation/announcements/compose';
import type { Consequence } from '#regulation/consequences';
import type { AlertLevel, HazardType } from '#regulation/enumerations';
import type { MultiPolygon } from 'geojson';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { jsonText } from '../platform/database/json-text.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { SENDER } from './sender.ts';

interface Announced {
  readonly number: string;
  readonly exercise: boolean;
  readonly jurisdictionCode: string;
  readonly name: string;
  readonly nameEn: string;
  readonly eventName: string;
  readonly hazard: HazardType;
  readonly level: AlertLevel | null;
  readonly area: MultiPolygon | null;
}

/**
 * Art. 22: makes the announcement of a decision, an amendment or an end in the act's own transaction. It stands on our own
 * pages and feeds; nothing is sent anywhere. The words are kept as they were said.
 */
export async function announceActivation(
  tx: EntityManager,
  { occasion, activationId, shelterIds, by, at }: Extract<Consequence, { kind: 'ANNOUNCE' }>,
): Promise<void> {
  const [facts] = await tx.query<Announced[]>(
    `select activation.number, activation.exercise, activation.jurisdiction_code as "jurisdictionCode",
            jurisdiction.name, jurisdiction.name_en as "nameEn", event.name as "eventName", event.hazard, event.level,
            st_asgeojson(event.area)::jsonb as area
     from activation
     join jurisdiction on jurisdiction.code = activation.jurisdiction_code
     join hazard_event event on event.id = activation.event_id
     where activation.id = $1`,
    [activationId],
  );
  if (!facts) throw new Error(`no activation ${activationId} to announce`);
  const shelters = await tx.query<{ name: string; address: string | null }[]>(
    `select name, address from shelter where id = any($1) order by code`,
    [shelterIds],
  );
  const earlier = await tx.query<{ identifier: string; announced_at: Date }[]>(
    `select identifier, announced_at from announcement where activation_id = $1 order by announced_at, id`,
    [activationId],
  );
  const said = {
    occasion,
    exercise: facts.exercise,
    jurisdiction: { 'zh-CN': facts.name, en: facts.nameEn },
    eventName: facts.eventName,
    hazard: facts.hazard,
    number: facts.number,
    shelters,
    moment: MOMENT.format(at),
  };
  await tx.query(
    `insert into announcement (id, identifier, jurisdiction_code, activation_id, occasion, exercise, hazard, level, texts,
                               outlines, earlier, announced_by, announced_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      uuidv7(),
      `${facts.number}-${earlier.length + 1}`,
      facts.jurisdictionCode,
      activationId,
      occasion,
      facts.exercise,
      facts.hazard,
      facts.level,
      jsonText({ 'zh-CN': composeAnnouncement(said, 'zh-CN'), en: composeAnnouncement(said, 'en') }),
      JSON.stringify((facts.area?.coordinates ?? []).map(([outer]) => outer ?? [])),
      earlier.map((one) =>
        capReference({ sender: SENDER, identifier: one.identifier, sentAt: one.announced_at }),
      ),
      by,
      at,
    ],
  );
  await tellChanges(tx, [
    { topic: 'ANNOUNCEMENT', jurisdictionCode: facts.jurisdictionCode, activationId, at },
  ]);
}

const MOMENT = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});
