import type { Actor } from '#regulation/actor';
import { reach } from '#regulation/authority';
import type { DataSource } from 'typeorm';
import type { AcceptanceFacts, FileFact, FilingFacts, ReturnFacts } from './paper-order.ts';

/** A filing for its papers, if the actor may read filings there. */
export async function findFilingFacts(
  dataSource: DataSource,
  actor: Actor,
  id: string,
): Promise<FilingFacts | undefined> {
  const { everywhere, jurisdictions, units } = reach(actor, 'readFilings');
  const [facts] = await dataSource.query<FilingFacts[]>(
    `select filing.id, filing.kind, filing.stage, filing.number, filing.on_behalf as "onBehalf",
            filing.contents, filing.submitted_at as "submittedAt", filing.decided_at as "decidedAt", unit.name as unit,
            jurisdiction.name as jurisdiction, shelter.code, coalesce(shelter.demo, false) as demo,
            (select count(*)::int from filing_return given where given.filing_id = filing.id) as returns
     from filing
     join organisation unit on unit.id = filing.unit_id
     join jurisdiction on jurisdiction.code = filing.jurisdiction_code
     left join shelter on shelter.id = filing.shelter_id
     where filing.id = $1 and ($2 or filing.jurisdiction_code = any($3) or filing.unit_id = any($4))`,
    [id, everywhere, jurisdictions, units],
  );
  return facts;
}

/** The last time it was given back; undefined when it never was. */
export async function findLastReturn(
  dataSource: DataSource,
  filingId: string,
): Promise<ReturnFacts | undefined> {
  const [facts] = await dataSource.query<ReturnFacts[]>(
    `select given.turn, given.returned_at as "returnedAt", authority.name as authority, given.name, given.reasons
     from filing_return given left join organisation authority on authority.id = given.organisation_id
     where given.filing_id = $1 order by given.turn desc limit 1`,
    [filingId],
  );
  return facts;
}

/** The version that came of a filing, and who accepted it by the ledger. */
export async function findAcceptance(
  dataSource: DataSource,
  filingId: string,
): Promise<AcceptanceFacts | undefined> {
  const [facts] = await dataSource.query<AcceptanceFacts[]>(
    `select version.version, version.contents, version.recorded_at as "acceptedAt", shelter.deregistered_at as "deregisteredAt",
            (select authority.name from ledger_entry entry join organisation authority on authority.id = entry.organisation_id
             where entry.process = 'filing' and entry.act in ('accept', 'migrate')
               and entry.subjects @> jsonb_build_array(jsonb_build_object('kind', 'filing', 'id', $1::text))
             order by entry.seq desc limit 1) as authority
     from shelter_version version join shelter on shelter.id = version.shelter_id
     where version.filing_id = $1::uuid order by version.version limit 1`,
    [filingId],
  );
  return facts;
}

/** What is known of kept files, in no order; whoever asks has read the record that speaks of them. */
export function findFileFacts(dataSource: DataSource, ids: readonly string[]): Promise<FileFact[]> {
  return dataSource.query<FileFact[]>(
    `select id, file_name as "fileName", media_type as "mediaType", bytes::double precision as bytes,
            encode(sha256, 'hex') as sha256
     from stored_file where id = any($1)`,
    [ids],
  );
}
