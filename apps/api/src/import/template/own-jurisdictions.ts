import { reach } from '#regulation/authority';
import type { Actor } from '#regulation/actor';
import type { Language } from '#regulation/labels';
import type { DataSource } from 'typeorm';
import { findOwner } from '../taking/own-unit.ts';

const MOST = 500;

/** The names of the jurisdictions the actor's list may speak of, for its drop-down. Throws ActRefused without authority. */
export async function ownJurisdictions(
  dataSource: DataSource,
  actor: Actor,
  language: Language,
): Promise<string[]> {
  const owner = await findOwner(dataSource, actor);
  const { everywhere, jurisdictions } = reach(actor, 'importList');
  const codes = owner ? [owner.jurisdictionCode] : jurisdictions;
  const rows = await dataSource.query<{ name: string; name_en: string }[]>(
    `select name, name_en from jurisdiction
     where level <> 'CITY' and ($1 or code = any($2)) order by code limit $3`,
    [everywhere && !owner, codes, MOST],
  );
  return rows.map(({ name, name_en: english }) => (language === 'zh-CN' ? name : english));
}
