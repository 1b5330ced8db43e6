import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';

/** Names of people by id, one query for all that are asked for together; null for nobody we know. */
export function personNames(dataSource: DataSource): DataLoader<string, string | null> {
  return new DataLoader(async (ids) => {
    const rows = await dataSource.query<{ id: string; name: string }[]>(
      `select id, display_name as name from person where id = any($1)`,
      [ids],
    );
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    return ids.map((id) => names.get(id) ?? null);
  });
}
