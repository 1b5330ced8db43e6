import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { Organisation } from './organisation.entity.ts';

/** Organisations by id, one query for all that are asked for together. */
export function organisationLoader(dataSource: DataSource): DataLoader<string, Organisation> {
  return new DataLoader(async (ids) => {
    const found = await dataSource
      .getRepository(Organisation)
      .createQueryBuilder('organisation')
      .where('organisation.id = any(:ids)', { ids })
      .getMany();
    return ids.map((id) => found.find((one) => one.id === id) ?? new Error(`no organisation ${id}`));
  });
}
