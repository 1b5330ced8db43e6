import { standingTextRefusals } from '#regulation/activation/standing-order';
import { mayPerform } from '#regulation/authority';
import type { Refusal } from '#regulation/refusal';
import type { Officer } from '../identity/officer.ts';
import { writeLedgerEntry } from '../ledger/write-ledger-entry.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { refuseIfAny } from '../platform/refused.ts';
import { isPostMember } from '../registry/post-membership.ts';

export interface StationFacts {
  readonly activationShelterId: string;
  readonly place: string | null;
  readonly headName: string | null;
  readonly phone: string | null;
  /** Volunteers on site; null = not told. */
  readonly volunteers: number | null;
  readonly open: boolean;
}

/** Practice: more volunteers at one station is a slip of the finger. */
const MOST_VOLUNTEERS = 100_000;

/** Art. 25: says where the volunteer station of an opened shelter is, who leads it, and how many are there. */
export async function runVolunteerStation(
  office: Office,
  officer: Officer,
  station: StationFacts,
): Promise<void> {
  const at = office.clock.now();
  await inTransaction(office.dataSource, async (tx) => {
    const [opened] = await tx.query<
      { activationId: string; shelterId: string; jurisdictionCode: string; unitId: string }[]
    >(
      `select opened.activation_id as "activationId", opened.shelter_id as "shelterId",
              opened.jurisdiction_code as "jurisdictionCode", shelter.unit_id as "unitId"
       from activation_shelter opened join shelter on shelter.id = opened.shelter_id
       join volunteer_station station on station.activation_shelter_id = opened.id
       where opened.id = $1 for no key update of station`,
      [station.activationShelterId],
    );
    const postMember =
      opened !== undefined && (await isPostMember(tx, station.activationShelterId, officer.personId));
    const appointment = opened && mayPerform(officer, 'runVolunteerStation', { ...opened, postMember });
    const { volunteers } = station;
    refuseIfAny([
      ...(opened ? [] : [refusal('activationShelterId', 'NOT_FOUND', { process: 'shelter' })]),
      ...(opened && !appointment ? [refusal(null, 'NO_AUTHORITY', { act: 'runVolunteerStation' })] : []),
      ...(volunteers !== null && volunteers < 0
        ? [refusal('volunteers', 'NEGATIVE', { value: volunteers })]
        : []),
      ...(volunteers !== null && volunteers > MOST_VOLUNTEERS
        ? [refusal('volunteers', 'TOO_LARGE', { value: volunteers, limit: MOST_VOLUNTEERS })]
        : []),
      ...(station.place ? standingTextRefusals('stationPlace', station.place) : []),
      ...(station.headName ? standingTextRefusals('headName', station.headName) : []),
      ...(station.phone ? standingTextRefusals('phone', station.phone) : []),
    ]);
    if (!opened) throw new Error('a missing shelter was not refused');
    await tx.query(
      `update volunteer_station
       set place = $2, head_name = $3, phone = $4, volunteers = $5, changed_at = $7,
           opened_at = case when $6 then coalesce(opened_at, $7) end
       where activation_shelter_id = $1`,
      [
        station.activationShelterId,
        station.place?.trim() || null,
        station.headName?.trim() || null,
        station.phone?.trim() || null,
        volunteers,
        station.open,
        at,
      ],
    );
    const { jurisdictionCode, unitId, activationId, shelterId } = opened;
    await writeLedgerEntry(tx, {
      process: 'volunteer_station',
      act: 'runVolunteerStation',
      article: 25,
      at,
      by: officer,
      appointment: appointment ?? null,
      jurisdictionCode,
      subjects: [
        { kind: 'shelter', id: shelterId, from: null, to: station.open ? 'STATION_OPEN' : 'STATION_SHUT' },
      ],
      details: { activation: activationId, volunteers },
    });
    await tellChanges(tx, [{ topic: 'SHELTER', jurisdictionCode, unitId, activationId, shelterId, at }]);
  });
}

function refusal(field: string | null, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'activation/volunteer-station', article: 25, field, code, params };
}
