import type { MigrationInterface, QueryRunner } from 'typeorm';

const NOTHING_TOLD = {
  boundary: null,
  entrances: [],
  zones: [],
  zonePlanPlacement: null,
  capacityBasis: null,
  exposures: [],
  standards: [],
  designScheme: [],
  consultation: null,
  ownership: 'UNKNOWN',
  investment: 'UNKNOWN',
  fundingSource: 'UNKNOWN',
  budget: null,
  contributions: [],
};
const NOTHING_SHOWN = { boundary: null, entrances: [], zones: [] };

/** What was on file before the site was asked about said nothing of it; it says so now. Nothing that was said changes. */
export class TellOfTheSite1765000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['shelter', 'shelter_version', 'filing'])
      await runner.query(`update ${table} set contents = $1::jsonb || contents`, [
        JSON.stringify(NOTHING_TOLD),
      ]);
    await runner.query(`update publication set contents = $1::jsonb || contents where contents is not null`, [
      JSON.stringify(NOTHING_SHOWN),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['shelter', 'shelter_version', 'filing'])
      await runner.query(`update ${table} set contents = contents - $1::text[]`, [Object.keys(NOTHING_TOLD)]);
    await runner.query(`update publication set contents = contents - $1::text[] where contents is not null`, [
      Object.keys(NOTHING_SHOWN),
    ]);
  }
}
