import { DEMO_SHELTERS } from './demo-shelters.ts';
import type { StoryOffice } from './story-office.ts';

/** The id of the demo shelter in a place of the list, once it is on file. */
export async function demoShelterId(office: StoryOffice, place: number): Promise<string> {
  const [row] = await office.dataSource.query<{ id: string }[]>(`select id from shelter where name = $1`, [
    DEMO_SHELTERS[place]?.name,
  ]);
  if (!row) throw new Error(`the demo has no shelter in place ${place}`);
  return row.id;
}
