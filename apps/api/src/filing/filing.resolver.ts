import type { DeadlineLight } from '#regulation/enumerations';
import { fourEyes } from '#regulation/filing/four-eyes';
import { reviewDeadline, type ReviewDeadline } from '#regulation/filing/review-deadline';
import { filingPapers } from '#regulation/papers/papers';
import { blocking, type Refusal } from '#regulation/refusal';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../identity/current-officer.ts';
import { OrganisationType } from '../identity/identity.types.ts';
import type { Organisation } from '../identity/organisation.entity.ts';
import type { Officer } from '../identity/officer.ts';
import { availableActs } from '../ledger/available-acts.ts';
import type { Connection } from '../platform/graphql/connection.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { page } from '../platform/graphql/page.ts';
import { DeadlineLightEnum } from '../platform/graphql/enums.ts';
import { AvailableActType, RefusalType } from '../platform/graphql/refusal.types.ts';
import { Office } from '../platform/office.ts';
import { ActRefused } from '../platform/refused.ts';
import { papersOfFiling, PaperType } from '../registry/papers.types.ts';
import { readContents } from '../registry/read-contents.ts';
import { acceptFiling, keyedBySelf } from './accept-filing.ts';
import { draftChange } from './draft-change.ts';
import { draftFiling } from './draft-filing.ts';
import type { Filing } from './filing.entity.ts';
import type { LastReturn } from './last-return.queries.ts';
import { filingLoaders, nearDuplicateLoader } from './filing-loaders.ts';
import { NearDuplicateType } from './near-duplicate.types.ts';
import { FILING_PROCESS } from './filing-process.ts';
import { findFiling, findFilings, type FilingOrder } from './filing.queries.ts';
import {
  AcceptedFilingType,
  DraftChangeInput,
  DraftFilingInput,
  FilingAcceptanceType,
  FilingConnection,
  FilingFilter,
  FilingOrderEnum,
  FilingType,
  OnFileType,
  ReturnReasonType,
  ReviseFilingInput,
} from './filing.types.ts';
import { returnFiling } from './return-filing.ts';
import { reviseFiling } from './revise-filing.ts';
import { submitFiling } from './submit-filing.ts';
import { withdrawFiling } from './withdraw-filing.ts';

@Resolver(() => FilingType)
export class FilingResolver {
  constructor(private readonly office: Office) {}

  @Query(() => FilingConnection, {
    description: 'Filings you may read, newest first unless another order is asked for.',
  })
  filings(
    @CurrentOfficer() officer: Officer,
    @Args('filter', { type: () => FilingFilter, defaultValue: {}, description: 'Narrows the list.' })
    filter: FilingFilter,
    @Args('order', { type: () => FilingOrderEnum, defaultValue: 'NEWEST', description: 'Which come first.' })
    order: FilingOrder,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 200.' }) first: number,
    @Args('after', {
      type: () => String,
      nullable: true,
      description: 'pageInfo.endCursor of the page before.',
    })
    after: string | null,
  ): Promise<Connection<Filing>> {
    return findFilings(this.office, officer, filter, order ?? 'NEWEST', page(first, 200), after);
  }

  @Query(() => FilingType, { nullable: true, description: 'One filing, if you may read it.' })
  filing(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'The filing.' }) id: string,
  ): Promise<Filing | null> {
    return findFiling(this.office.dataSource, officer, id);
  }

  @Mutation(() => FilingType, {
    description: 'Begins a filing (Art. 14); gaps are allowed, impossibilities are not.',
  })
  async draftFiling(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'What is known so far.' }) input: DraftFilingInput,
  ): Promise<Filing> {
    const contents = readContents(input.contents);
    const { jurisdictionCode, unitId, signedPaperFileId } = input;
    const key = input.id ?? null;
    const draft = { kind: 'NEW', shelterId: null, jurisdictionCode, unitId, contents, key } as const;
    const id = await draftFiling(this.office, officer, {
      ...draft,
      signedPaperFileId: signedPaperFileId ?? null,
    });
    return this.#read(officer, id);
  }

  @Mutation(() => FilingType, {
    description:
      'Begins a change of a shelter on file (Art. 14) as what is on file; answers the one under way where there is one.',
  })
  async draftChange(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'Which shelter.' }) { id, shelterId }: DraftChangeInput,
  ): Promise<Filing> {
    return this.#read(officer, await draftChange(this.office, officer, shelterId, id ?? null));
  }

  @Mutation(() => FilingType, { description: 'Saves a draft or a returned filing.' })
  async reviseFiling(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'How it shall read now.' }) input: ReviseFilingInput,
  ): Promise<Filing> {
    const { id, revision, signedPaperFileId } = input;
    const contents = readContents(input.contents);
    await reviseFiling(this.office, officer, {
      id,
      revision,
      contents,
      signedPaperFileId: signedPaperFileId ?? null,
    });
    return this.#read(officer, id);
  }

  @Mutation(() => FilingType, { description: 'Hands the filing in; refused with every gap at once.' })
  async submitFiling(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'The filing.' }) id: string,
    @Args('submitNote', {
      type: () => String,
      nullable: true,
      description: 'What you say to the reviewer along with it, at most 2000 characters.',
    })
    submitNote: string | null,
  ): Promise<Filing> {
    await submitFiling(this.office, officer, id, submitNote ?? null);
    return this.#read(officer, id);
  }

  @Mutation(() => FilingType, { description: 'Gives the filing back with every reason at once.' })
  async returnFiling(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'The filing.' }) id: string,
    @Args('reasons', { type: () => [ReturnReasonType], description: 'Everything to be mended, at once.' })
    reasons: ReturnReasonType[],
  ): Promise<Filing> {
    await returnFiling(this.office, officer, id, reasons);
    return this.#read(officer, id);
  }

  @Mutation(() => AcceptedFilingType, {
    description: 'Puts the filing on file: number, shelter code, version.',
  })
  acceptFiling(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'The filing.' }) id: string,
    @Args('revision', { type: () => Int, description: 'The revision you read.' }) revision: number,
    @Args('adviceReason', {
      type: () => String,
      nullable: true,
      description:
        'Why it is accepted although advice is open, at most 2000 characters; kept with the filing.',
    })
    adviceReason: string | null,
  ): Promise<AcceptedFilingType> {
    return acceptFiling(this.office, officer, id, revision, adviceReason ?? null);
  }

  @Mutation(() => FilingType, { description: 'Takes the filing back before it is decided.' })
  async withdrawFiling(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'The filing.' }) id: string,
  ): Promise<Filing> {
    await withdrawFiling(this.office, officer, id);
    return this.#read(officer, id);
  }

  @ResolveField(() => String, { nullable: true })
  reviewDueOn(@Parent() filing: Filing): string | null {
    return this.#deadline(filing)?.dueOn ?? null;
  }

  @ResolveField(() => DeadlineLightEnum, { nullable: true })
  reviewLight(@Parent() filing: Filing): DeadlineLight | null {
    return this.#deadline(filing)?.light ?? null;
  }

  @ResolveField(() => OrganisationType)
  unit(@Parent() filing: Filing, @Context() context: GraphqlContext): Promise<Organisation> {
    return filingLoaders(this.office, context).units.load(filing.unitId);
  }

  @ResolveField(() => String, { nullable: true })
  savedByName(
    @Parent() { keyedBy }: Filing,
    @Context() context: GraphqlContext,
  ): Promise<string | null> | null {
    return keyedBy === null ? null : filingLoaders(this.office, context).names.load(keyedBy);
  }

  @ResolveField(() => OnFileType, { nullable: true })
  onFile(@Parent() { shelterId }: Filing, @Context() context: GraphqlContext): Promise<OnFileType | null> {
    return shelterId === null
      ? Promise.resolve(null)
      : filingLoaders(this.office, context).onFile.load(shelterId);
  }

  @ResolveField(() => [PaperType])
  async papers(@Parent() filing: Filing, @Context() context: GraphqlContext): Promise<PaperType[]> {
    const last = await filingLoaders(this.office, context).lastReturns.load(filing.id);
    return papersOfFiling(filing.id, filingPapers({ ...filing, returns: last?.turn ?? 0 }));
  }

  @ResolveField()
  lastReturn(@Parent() { id }: Filing, @Context() context: GraphqlContext): Promise<LastReturn | null> {
    return filingLoaders(this.office, context).lastReturns.load(id);
  }

  @ResolveField(() => FilingAcceptanceType, { nullable: true })
  acceptance(@Parent() { acceptedAdvice, acceptReason }: Filing): FilingAcceptanceType | null {
    return acceptedAdvice && { advice: acceptedAdvice, reason: acceptReason };
  }

  @ResolveField(() => [RefusalType])
  findings(@Parent() filing: Filing, @Context() context: GraphqlContext): Promise<RefusalType[]> {
    return filingLoaders(this.office, context).findings.load(filing);
  }

  @ResolveField(() => [NearDuplicateType])
  nearDuplicates(
    @Parent() filing: Filing,
    @CurrentOfficer() officer: Officer,
    @Context() context: GraphqlContext,
  ): Promise<NearDuplicateType[]> {
    return nearDuplicateLoader(this.office, officer, context).load(filing);
  }

  @ResolveField(() => [AvailableActType])
  async availableActs(
    @Parent() filing: Filing,
    @CurrentOfficer() officer: Officer,
    @Context() context: GraphqlContext,
  ): Promise<AvailableActType[]> {
    const loaders = filingLoaders(this.office, context);
    const [findings, singleOfficer] = await Promise.all([
      loaders.findings.load(filing),
      loaders.singleOfficer.load(filing.jurisdictionCode),
    ]);
    const refusals: Partial<Record<string, readonly Refusal[]>> = {
      submit: blocking(findings),
      accept: [
        ...blocking(findings),
        ...fourEyes(keyedBySelf(filing, officer.personId), officer.personId, singleOfficer),
      ],
    };
    const subject = { ...filing, filingKind: filing.kind };
    return availableActs(FILING_PROCESS, subject, officer, (act) => refusals[act] ?? []);
  }

  #deadline(filing: Filing): ReviewDeadline | null {
    const { clock, config } = this.office;
    return reviewDeadline(filing, clock.now(), { workingDays: config.reviewWorkingDays });
  }

  async #read(officer: Officer, id: string): Promise<Filing> {
    const filing = await findFiling(this.office.dataSource, officer, id);
    if (filing) return filing;
    throw new ActRefused([
      {
        rule: 'subject-exists',
        article: null,
        field: 'id',
        code: 'NOT_FOUND',
        params: { process: 'filing' },
      },
    ]);
  }
}
