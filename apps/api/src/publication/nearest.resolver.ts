import { toWgs84 } from '#geography/crs';
import type { HazardType } from '#regulation/enumerations';
import { askedRefusals } from '#regulation/publication/asked';
import type { PublicContents } from '#regulation/publication/public-contents';
import { wordLabel, wordReason } from '#regulation/publication/word-reason';
import { Args, Context, Int, Query, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { HazardTypeEnum } from '../platform/graphql/enums.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { oncePerRequest } from '../platform/graphql/per-request.ts';
import { Office } from '../platform/office.ts';
import { PositionInput } from '../registry/contents.types.ts';
import { shelterLoaders } from '../registry/shelter-loaders.ts';
import { findNearest } from './find-nearest.ts';
import { PublicShelter, type Beside } from './public-shelter.ts';
import { findPublicContents, findPublicShelter } from './public-shelter.queries.ts';
import { NearestSheltersType, PublicShelterType } from './public.types.ts';
import { refuseInput } from './refuse-input.ts';

/** What residents ask, without signing in. */
@Resolver()
export class NearestResolver {
  constructor(private readonly office: Office) {}

  @Query(() => NearestSheltersType, {
    description: 'Where to go: the nearest shelters that can take you in, and why a nearer one cannot.',
  })
  async nearestShelters(
    @Args('near', { description: 'Where you are; nothing keeps it.' }) near: PositionInput,
    @Args('hazard', {
      type: () => HazardTypeEnum,
      nullable: true,
      description: 'What you flee from, if you know.',
    })
    hazard: HazardType | null,
    @Args('partySize', {
      type: () => Int,
      nullable: true,
      defaultValue: 1,
      description: 'How many you are: 1 to 10,000.',
    })
    people: number | null,
    @Args('first', {
      type: () => Int,
      nullable: true,
      defaultValue: 5,
      description: 'How many to list: 1 to 50.',
    })
    most: number | null,
    @Args('openOnly', {
      type: () => Boolean,
      nullable: true,
      defaultValue: false,
      description: 'Only those that take people in now.',
    })
    open: boolean | null,
    @Context() context: GraphqlContext,
  ): Promise<NearestSheltersType> {
    // A client may send a null for what has a default: it means the default.
    const [partySize, first, openOnly] = [people ?? 1, most ?? 5, open ?? false];
    refuseInput(askedRefusals({ ...near, partySize, first }), context.language);
    const [longitude, latitude] = toWgs84(near.longitude, near.latitude, near.crs ?? 'WGS84');
    const place = { longitude, latitude };
    const asOf = this.office.clock.now();
    const question = { place, hazard: hazard ?? null, partySize, first, openOnly, at: asOf };
    const { listed, passedOver, situation, edition } = await findNearest(
      this.office.dataSource,
      question,
      this.office.config,
    );
    const beside = this.#beside(context, asOf);
    const { language } = context;
    return {
      shelters: listed.map(({ shelter, distanceMeters, verdict }) => ({
        shelter: new PublicShelter(shelter.row, beside),
        distanceMeters,
        bearingDegrees: shelter.row.bearing ?? 0,
        labels: verdict.labels.map((code) => ({ code, params: null, message: wordLabel(code, language) })),
        stale: verdict.stale,
      })),
      passedOver: passedOver.map(({ shelter, distanceMeters, reasons }) => ({
        shelter: new PublicShelter(shelter.row, beside),
        distanceMeters,
        reasons: reasons.map((reason) => ({ ...reason, message: wordReason(reason, language) })),
      })),
      situation,
      edition,
      asOf,
    };
  }

  @Query(() => PublicShelterType, {
    nullable: true,
    description: 'One shelter by the code on its sign; null when there is none that is public.',
  })
  async publicShelter(
    @Args('code', { description: 'The code on the sign.' }) code: string,
    @Context() context: GraphqlContext,
  ): Promise<PublicShelterType | null> {
    const row = await findPublicShelter(this.office.dataSource, code.trim().slice(0, 60));
    return row && new PublicShelter(row, this.#beside(context, this.office.clock.now()));
  }

  #beside(context: GraphqlContext, at: Date): Beside {
    const { dataSource, config } = this.office;
    const make = () => new DataLoader<string, PublicContents>((ids) => findPublicContents(dataSource, ids));
    return {
      contentsOf: (id) => oncePerRequest(context, make, NearestResolver).load(id),
      live: () => shelterLoaders(this.office, context).liveJurisdictions(),
      at,
      staleHours: config.staleHours,
    };
  }
}
