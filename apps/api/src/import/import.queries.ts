import { reach } from '#regulation/authority';
import type { Actor } from '#regulation/actor';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { ImportRun } from './import-run.entity.ts';

/** The runs an actor may see, newest first, at most `first`: one's own; the city sees all. */
export function findRuns(dataSource: DataSource, actor: Actor, first: number): Promise<ImportRun[]> {
  return visible(dataSource, actor).orderBy('run.id', 'DESC').limit(first).getMany();
}

/** One run, if the actor may see it. */
export function findRun(dataSource: DataSource, actor: Actor, id: string): Promise<ImportRun | null> {
  return visible(dataSource, actor).andWhere('run.id = :id', { id }).getOne();
}

function visible(dataSource: DataSource, actor: Actor): SelectQueryBuilder<ImportRun> {
  const runs = dataSource.getRepository(ImportRun).createQueryBuilder('run').where('true');
  if (reach(actor, 'importList').everywhere) return runs;
  return runs.andWhere('run.personId = :personId', { personId: actor.personId });
}
