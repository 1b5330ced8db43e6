import { missingMembers } from '#regulation/activation/command-post';
import type { Actor } from '#regulation/actor';
import { reach } from '#regulation/authority';
import { dueOf, lateness, type DutyClock } from '#regulation/duties/lateness';
import {
  DUTY_KINDS,
  OPERATIONAL_STATUSES,
  type CommandPostMemberKind,
  type DutyKind,
  type DutyStage,
  type Lateness,
} from '#regulation/enumerations';
import { availableCapacity } from '#regulation/registry/usable-capacity';
import type { DataSource } from 'typeorm';
import { roomOf } from '../registry/shelter-standing.ts';
import type { ActivationBoardType, BoardCellType, BoardRowType } from './board.types.ts';

const MOST_ROWS = 2_000;
const LATE: readonly Lateness[] = ['LATE', 'VERY_LATE'];

type Head = Omit<ActivationBoardType, 'asOf' | 'counts' | 'duties' | 'occupied' | 'uncounted' | 'rows'> & {
  readonly level: 'COUNTY' | 'COMMITTEE';
};

/** A duty as SQL gives it inside a row; instants as text. */
interface DutyFact {
  readonly dutyId: string;
  readonly kind: DutyKind;
  readonly stage: DutyStage;
  readonly organisation: string | null;
  readonly assignedAt: string;
  readonly acknowledgeDue: string | null;
  readonly inPlaceDue: string | null;
  readonly inPlaceAt: string | null;
  readonly changedAt: string;
  readonly lacking: string | null;
}

type RowFact = Omit<BoardRowType, 'available' | 'postMissing' | 'cells' | 'position'> & {
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly released: boolean;
  readonly seats: CommandPostMemberKind[];
  readonly duties: DutyFact[] | null;
};

/** The board of an activation, if the actor may read it: two queries, however many shelters. */
export async function readBoard(
  dataSource: DataSource,
  actor: Actor,
  activationId: string,
  at: Date,
): Promise<ActivationBoardType | null> {
  const { everywhere, jurisdictions } = reach(actor, 'readRegistry');
  const [found] = await dataSource.query<Head[]>(
    `select activation.id as "activationId", activation.number, activation.stage, activation.exercise,
            event.name as "eventName", event.hazard, activation.jurisdiction_code as "jurisdictionCode",
            activation.decided_at as "decidedAt",
            case when jurisdiction.level = 'COMMITTEE' then 'COMMITTEE' else 'COUNTY' end as level
     from activation
     join hazard_event event on event.id = activation.event_id
     join jurisdiction on jurisdiction.code = activation.jurisdiction_code
     where activation.id = $1 and ($2 or activation.jurisdiction_code = any($3))`,
    [activationId, everywhere, jurisdictions],
  );
  if (!found) return null;
  const { level, ...head } = found;
  const facts = await dataSource.query<RowFact[]>(ROWS, [activationId, MOST_ROWS]);
  const rows = facts.map((fact) => ({ row: rowOf(fact, level, at), released: fact.released }));
  const running = rows.filter(({ released }) => !released).map(({ row }) => row);
  const counted = running.flatMap(({ occupied }) => occupied ?? []);
  return {
    ...head,
    asOf: at,
    counts: OPERATIONAL_STATUSES.map((status) => ({
      status,
      count: rows.filter(({ row }) => row.status === status).length,
    })).filter(({ count }) => count > 0),
    duties: DUTY_KINDS.map((kind) => countDuty(kind, running)),
    occupied: counted.length === 0 ? null : counted.reduce((sum, one) => sum + one, 0),
    uncounted: running.length - counted.length,
    rows: rows.map(({ row }) => row),
  };
}

const ROWS = `
  select opened.id as "activationShelterId", opened.shelter_id as "shelterId", shelter.code, shelter.name,
         st_x(shelter.location::geometry) as longitude, st_y(shelter.location::geometry) as latitude,
         opened.status, opened.decided_at as "decidedAt", opened.gate_open_at as "gateOpenAt",
         opened.staffed_at as "staffedAt", opened.last_report_at as "lastReportAt",
         ${roomOf('shelter')} as usable, opened.occupied,
         shelter.contents->>'standingKind' = 'TEMPORARY' as temporary, opened.yielded_to is not null as yielded,
         opened.released_at is not null as released,
         coalesce(seats.kinds, '{}') as seats, station.opened_at is not null as "stationOpen", duties.list as duties
  from activation_shelter opened
  join shelter on shelter.id = opened.shelter_id
  left join volunteer_station station on station.activation_shelter_id = opened.id
  left join (
    select activation_shelter_id, array_agg(distinct kind) as kinds from command_post_member
    where ended_at is null group by activation_shelter_id) seats on seats.activation_shelter_id = opened.id
  left join (
    select duty.activation_shelter_id, json_agg(json_build_object(
             'dutyId', duty.id, 'kind', duty.kind, 'stage', duty.stage, 'organisation', organisation.name,
             'assignedAt', duty.assigned_at, 'acknowledgeDue', duty.acknowledge_due, 'inPlaceDue', duty.in_place_due,
             'inPlaceAt', duty.in_place_at, 'changedAt', duty.changed_at,
             'lacking', case when duty.stage = 'DEGRADED' then duty.degraded_reason end)) as list
    from duty left join organisation on organisation.id = duty.organisation_id
    where duty.activation_id = $1 group by duty.activation_shelter_id) duties on duties.activation_shelter_id = opened.id
  where opened.activation_id = $1
  order by opened.order_number limit $2`;

function rowOf(fact: RowFact, level: 'COUNTY' | 'COMMITTEE', at: Date): BoardRowType {
  const { longitude, latitude, seats, duties, released: _released, ...row } = fact;
  const cells = DUTY_KINDS.flatMap((kind) => (duties ?? []).filter((duty) => duty.kind === kind));
  return {
    ...row,
    position: longitude === null || latitude === null ? null : { longitude, latitude },
    available: availableCapacity(row.usable, row.occupied),
    postMissing: missingMembers(level, seats),
    cells: cells.map((duty) => cellOf(duty, at)),
  };
}

function cellOf(duty: DutyFact, at: Date): BoardCellType {
  const instant = (text: string | null) => (text === null ? null : Date.parse(text));
  const clock: DutyClock = {
    stage: duty.stage,
    assignedAt: Date.parse(duty.assignedAt),
    acknowledgeDue: instant(duty.acknowledgeDue),
    inPlaceDue: instant(duty.inPlaceDue),
    inPlaceAt: instant(duty.inPlaceAt),
  };
  const due = dueOf(clock);
  return {
    dutyId: duty.dutyId,
    kind: duty.kind,
    stage: duty.stage,
    organisation: duty.organisation,
    lateness: lateness(clock, at.getTime()),
    due: due === null ? null : new Date(due),
    changedAt: new Date(duty.changedAt),
    lacking: duty.lacking,
  };
}

function countDuty(kind: DutyKind, rows: readonly BoardRowType[]): ActivationBoardType['duties'][number] {
  const cells = rows
    .flatMap((row) => row.cells.filter((cell) => cell.kind === kind))
    .filter(({ stage }) => stage !== 'STOOD_DOWN');
  const count = (holds: (cell: BoardCellType) => boolean) => cells.filter(holds).length;
  return {
    kind,
    inPlace: count(({ stage }) => stage === 'IN_PLACE'),
    late: count((cell) => cell.stage !== 'IN_PLACE' && LATE.includes(cell.lateness)),
    degraded: count(({ stage }) => stage === 'DEGRADED'),
    unassigned: count(({ organisation }) => organisation === null),
    total: cells.length,
  };
}
