import type { Actor } from '#regulation/actor';
import { filingPapers, shelterPapers, type PaperKind } from '#regulation/papers/papers';
import type { ShelterContents } from '#regulation/registry/contents';
import { pathOfFile } from '../platform/files/store-file.ts';
import type { Office } from '../platform/office.ts';
import { findAcceptance, findFileFacts, findFilingFacts, findLastReturn } from './filing-facts.queries.ts';
import type { Occasion, PaperOrder } from './paper-order.ts';
import { findShelterFacts } from './shelter-facts.queries.ts';

/** An order, and what the file is called. */
export interface FoundOrder {
  readonly order: PaperOrder;
  readonly about: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a paper of a filing is drawn from; undefined when the actor may not read it or it has no such paper. */
export async function findFilingOrder(
  { dataSource }: Office,
  actor: Actor,
  id: string,
  kind: PaperKind,
  occasion: Occasion,
): Promise<FoundOrder | undefined> {
  const filing = UUID.test(id) ? await findFilingFacts(dataSource, actor, id) : undefined;
  if (!filing || !filingPapers(filing).includes(kind)) return undefined;
  const about = filing.number ?? filing.contents.name;
  if (kind === 'RETURN_LETTER') {
    const given = await findLastReturn(dataSource, id);
    return given && { order: { kind, occasion, filing, given }, about };
  }
  if (kind === 'CERTIFICATE') {
    const accepted = await findAcceptance(dataSource, id);
    return accepted && { order: { kind, occasion, filing, accepted }, about };
  }
  const files = await findFileFacts(dataSource, filesOf(filing.contents));
  return { order: { kind: 'FILING_FORM', occasion, filing, files }, about };
}

/** The same of a shelter, of the version named or the one on file. */
export async function findShelterOrder(
  { dataSource, config }: Office,
  actor: Actor,
  asked: { readonly code: string; readonly version: number | null },
  kind: PaperKind,
  occasion: Occasion,
): Promise<FoundOrder | undefined> {
  const shelter = await findShelterFacts(dataSource, actor, asked.code, asked.version);
  if (!shelter || !shelterPapers(shelter.contents).includes(kind)) return undefined;
  const about = `${shelter.code}-${shelter.version}`;
  const files = await findFileFacts(dataSource, filesOf(shelter.contents));
  if (kind === 'REGISTRY_EXTRACT') return { order: { kind, occasion, shelter, files }, about };
  const plan = files.find(({ id }) => id === shelter.contents.zonePlanFileId);
  if (!plan) return undefined;
  const planPath = pathOfFile(config.dataDir, plan.sha256);
  return { order: { kind: 'ZONE_PLAN_SHEET', occasion, shelter, plan, planPath }, about };
}

function filesOf({ zonePlanFileId, otherPaperFileIds }: ShelterContents): string[] {
  return [...(zonePlanFileId ? [zonePlanFileId] : []), ...otherPaperFileIds];
}
