import { isEvidenceLate, keptUntil } from '#regulation/upkeep/evidence';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { EvidenceRow } from './evidence.queries.ts';
import { EvidenceType } from './evidence.types.ts';

/** What the practice of recordings says of a piece of evidence today. */
@Resolver(() => EvidenceType)
export class EvidenceResolver {
  @ResolveField()
  keptUntil(@Parent() { retention, receivedAt }: EvidenceRow): string | null {
    return keptUntil(retention, receivedAt);
  }

  @ResolveField()
  late(@Parent() { madeAt, receivedAt }: EvidenceRow): boolean {
    return isEvidenceLate(madeAt, receivedAt);
  }
}
