import type { Actor } from '#regulation/actor';
import { reach } from '#regulation/authority';
import type { DefectGrade, DefectStage } from '#regulation/enumerations';
import { OPEN_DEFECT_STAGES } from '#regulation/upkeep/defect-acts';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { readCursor, toConnection, type Connection } from '../platform/graphql/connection.ts';
import { Shelter } from '../registry/shelter.entity.ts';
import { Defect, DefectStep } from './defect.entity.ts';

export interface DefectFilterFacts {
  readonly stages?: readonly DefectStage[] | null;
  readonly grades?: readonly DefectGrade[] | null;
  readonly jurisdictionCode?: string | null;
  readonly shelterId?: string | null;
  readonly late?: boolean | null;
  readonly mine?: boolean | null;
  readonly text?: string | null;
}

export interface DefectCount {
  readonly stage: DefectStage;
  readonly count: number;
  readonly late: number;
}

const LATE = `(defect.due_on < :today and defect.stage <> 'RESOLVED')`;
/** Open ones before those signed off; not yet ordered before any deadline. */
const ORDER = `(case defect.stage when 'RESOLVED' then 1 else 0 end)`;
const DUE = `coalesce(defect.due_on, date '0001-01-01')`;

/** Defects within the actor's reach: open ones first, the nearest deadline first. */
export async function findDefects(
  dataSource: DataSource,
  actor: Actor,
  filter: DefectFilterFacts,
  today: string,
  first: number,
  after: string | null,
): Promise<Connection<Defect>> {
  const query = () => narrowed(readable(dataSource, actor), actor, filter, today);
  const rows = query()
    .addSelect(ORDER, 'closed')
    .addSelect(DUE, 'due')
    .orderBy('closed')
    .addOrderBy('due')
    .addOrderBy('defect.id')
    .limit(first + 1);
  const cursor = readCursor(after, 3);
  if (cursor) {
    rows.andWhere(`(${ORDER}, ${DUE}, defect.id) > (:closed, cast(:due as date), cast(:id as uuid))`, {
      closed: Number(cursor[0]),
      due: String(cursor[1]),
      id: String(cursor[2]),
    });
  }
  return toConnection(
    await rows.getMany(),
    first,
    ({ stage, dueOn, id }) => [stage === 'RESOLVED' ? 1 : 0, dueOn ?? '0001-01-01', id],
    () => query().getCount(),
  );
}

/** How many stand in each stage, and how many of those are past their deadline. */
export function countDefects(
  dataSource: DataSource,
  actor: Actor,
  filter: DefectFilterFacts,
  today: string,
): Promise<DefectCount[]> {
  return narrowed(readable(dataSource, actor), actor, filter, today)
    .select('defect.stage', 'stage')
    .addSelect('count(*)::int', 'count')
    .addSelect(`(count(*) filter (where ${LATE}))::int`, 'late')
    .setParameter('today', today)
    .groupBy('defect.stage')
    .getRawMany<DefectCount>();
}

/** One defect, if the actor may read it. */
export function findDefect(dataSource: DataSource, actor: Actor, id: string): Promise<Defect | null> {
  return readable(dataSource, actor).andWhere('defect.id = :id', { id }).getOne();
}

/** What each deed brought to light, in the order asked; one query for all. */
export async function defectsOfDeeds(
  dataSource: DataSource,
  originIds: readonly string[],
): Promise<Defect[][]> {
  const found = await dataSource
    .getRepository(Defect)
    .createQueryBuilder('defect')
    .where('defect.originId = any(:originIds)', { originIds })
    .orderBy('defect.id')
    .getMany();
  return originIds.map((id) => found.filter((defect) => defect.originId === id));
}

/** The steps of each defect in the order they happened; one query for all. */
export async function stepsOf(dataSource: DataSource, defectIds: readonly string[]): Promise<DefectStep[][]> {
  const steps = await dataSource
    .getRepository(DefectStep)
    .createQueryBuilder('step')
    .where('step.defectId = any(:defectIds)', { defectIds })
    .orderBy('step.id')
    .limit(200 * defectIds.length)
    .getMany();
  return defectIds.map((id) => steps.filter((step) => step.defectId === id));
}

function readable(dataSource: DataSource, actor: Actor): SelectQueryBuilder<Defect> {
  const { everywhere, jurisdictions, units } = reach(actor, 'readRegistry');
  const query = dataSource
    .getRepository(Defect)
    .createQueryBuilder('defect')
    .innerJoin(Shelter, 'shelter', 'shelter.id = defect.shelter_id')
    .where('true');
  if (everywhere) return query;
  return query.andWhere('(defect.jurisdictionCode = any(:jurisdictions) or shelter.unitId = any(:units))', {
    jurisdictions,
    units,
  });
}

function narrowed(
  query: SelectQueryBuilder<Defect>,
  actor: Actor,
  filter: DefectFilterFacts,
  today: string,
): SelectQueryBuilder<Defect> {
  if (filter.stages?.length) query.andWhere('defect.stage = any(:stages)', { stages: filter.stages });
  if (filter.grades?.length) query.andWhere('defect.grade = any(:grades)', { grades: filter.grades });
  if (filter.shelterId) query.andWhere('defect.shelterId = :shelterId', { shelterId: filter.shelterId });
  if (filter.jurisdictionCode)
    query.andWhere('defect.jurisdictionCode = :code', { code: filter.jurisdictionCode });
  if (filter.late) query.andWhere(LATE, { today });
  if (filter.mine) {
    const bodies = actor.appointments.map(({ organisationId }) => organisationId);
    query.andWhere('defect.responsibleOrganisationId = any(:bodies) and defect.stage = any(:open)', {
      bodies,
      open: OPEN_DEFECT_STAGES,
    });
  }
  const text = filter.text?.trim().slice(0, 100).toLowerCase();
  if (text) {
    query.andWhere(
      '(position(:text in lower(defect.text)) > 0 or position(:text in shelter.searchText) > 0)',
      {
        text,
      },
    );
  }
  return query;
}
