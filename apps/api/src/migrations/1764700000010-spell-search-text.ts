import type { MigrationInterface, QueryRunner } from 'typeorm';
import { pinyin } from 'pinyin-pro';

const BATCH = 2_000;
const SPELLED = { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true } as const;

interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases: string[];
}

/** Shelters on file before are found by pinyin too. */
export class SpellSearchText1764700000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const batch = (await runner.query(
        `select id, name, contents -> 'aliases' as aliases from shelter where id > $1 order by id limit ${BATCH}`,
        [after],
      )) as Named[];
      await runner.query(
        `update shelter set search_text = search_text || ' ' || told.words
         from unnest($1::uuid[], $2::text[]) as told (id, words) where shelter.id = told.id and told.words <> ''`,
        [batch.map(({ id }) => id), batch.map(({ name, aliases }) => spelled([name, ...aliases]))],
      );
      if (batch.length < BATCH) return;
      after = batch.at(-1)?.id ?? after;
    }
  }

  /** The words stay: nothing but the search box reads them. */
  async down(): Promise<void> {}
}

/** As the search text was spelled when this was written. */
function spelled(names: readonly string[]): string {
  return names
    .filter((name) => /\p{Script=Han}/u.test(name))
    .flatMap((name) => [pinyin(name, SPELLED), pinyin(name, { ...SPELLED, pattern: 'first' })])
    .map((parts) => parts.join('').replaceAll(/[^\p{L}\p{N}]/gu, ''))
    .join(' ')
    .toLowerCase();
}
