import type { PaperKind } from '#regulation/papers/papers';
import { Field, ObjectType } from '@nestjs/graphql';
import { PaperKindEnum } from '../platform/graphql/enums.ts';

/** Where each paper lies below its subject. */
export const PAPER_FILES: Readonly<Record<PaperKind, string>> = {
  FILING_FORM: 'form',
  RETURN_LETTER: 'return-letter',
  CERTIFICATE: 'certificate',
  REGISTRY_EXTRACT: 'extract',
  ZONE_PLAN_SHEET: 'zone-plan',
};

@ObjectType('Paper', { description: 'Something that can be printed: a PDF on A4, in Chinese.' })
export class PaperType {
  @Field(() => PaperKindEnum, { description: 'Which paper it is.' }) kind!: PaperKind;
  @Field({ description: 'Where it is fetched, with the session that asks here.' }) href!: string;
}

export function papersOfFiling(id: string, kinds: readonly PaperKind[]): PaperType[] {
  return kinds.map((kind) => ({ kind, href: `/papers/filings/${id}/${PAPER_FILES[kind]}.pdf` }));
}

/** Of a past version when one is named, else of what is on file. */
export function papersOfShelter(
  code: string,
  kinds: readonly PaperKind[],
  version: number | null = null,
): PaperType[] {
  const asked = version === null ? '' : `?version=${version}`;
  return kinds.map((kind) => ({
    kind,
    href: `/papers/shelters/${encodeURIComponent(code)}/${PAPER_FILES[kind]}.pdf${asked}`,
  }));
}
