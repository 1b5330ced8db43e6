import { isStale, type StaleHours } from '#regulation/publication/eligibility';
import type { PublicContents } from '#regulation/publication/public-contents';
import { availableCapacity } from '#regulation/registry/usable-capacity';
import { readSuitabilityLetters } from '../registry/shelter-columns.ts';
import type { PublicRow } from './public-rows.ts';
import type { PublicCapacityType, PublicShelterType } from './public.types.ts';

/** What is fetched beside a row, only when it is asked for. */
export interface Beside {
  readonly contentsOf: (shelterId: string) => Promise<PublicContents>;
  /** Jurisdictions in which a real activation is live. */
  readonly live: () => Promise<ReadonlySet<string>>;
  readonly at: Date;
  readonly staleHours: StaleHours;
}

/** A row as the public reads it. Each field is made when it is read; what a list seldom shows is fetched only then. */
export class PublicShelter implements PublicShelterType {
  readonly #row: PublicRow;
  readonly #beside: Beside;

  constructor(row: PublicRow, beside: Beside) {
    this.#row = row;
    this.#beside = beside;
  }

  get code() {
    return this.#row.code;
  }
  get name() {
    return this.#row.name;
  }
  get address() {
    return this.#row.address;
  }
  get location() {
    return { longitude: this.#row.longitude, latitude: this.#row.latitude };
  }
  get operationalStatus() {
    return this.#row.operationalStatus;
  }
  get suitability() {
    return readSuitabilityLetters(this.#row.letters);
  }
  get capacity(): PublicCapacityType {
    const { usable, occupied } = this.#row;
    const asOf = occupied === null ? null : this.lastConfirmedAt;
    return { usable, occupied, available: availableCapacity(usable, occupied), asOf };
  }
  get lastConfirmedAt() {
    return this.#row.lastConfirmedAt === null ? null : new Date(this.#row.lastConfirmedAt);
  }
  get stale() {
    return this.#isStale();
  }
  get zonePlanUrl() {
    return this.#row.zonePlanFileId && `/files/${this.#row.zonePlanFileId}`;
  }
  get edition() {
    return this.#row.edition;
  }
  get jurisdictionCode() {
    return this.#row.jurisdictionCode;
  }
  get demo() {
    return this.#row.demo;
  }
  get aliases() {
    return this.#told('aliases');
  }
  get division() {
    return this.#told('division');
  }
  get landmark() {
    return this.#told('landmark');
  }
  get publicPhone() {
    return this.#told('publicPhone');
  }
  get areaSquareMeters() {
    return this.#told('areaSquareMeters');
  }
  get siteType() {
    return this.#told('siteType');
  }
  get spaceType() {
    return this.#told('spaceType');
  }
  get grade() {
    return this.#told('grade');
  }
  get durationClass() {
    return this.#told('durationClass');
  }
  get standingKind() {
    return this.#told('standingKind');
  }
  get petPolicy() {
    return this.#told('petPolicy');
  }
  get barrierFree() {
    return this.#told('barrierFree');
  }
  get facilities() {
    return this.#told('facilities');
  }
  get entrances() {
    return this.#told('entrances');
  }
  get boundary() {
    return this.#told('boundary').then((boundary) => boundary?.parts ?? null);
  }
  get zones() {
    return this.#told('zones');
  }

  async #isStale(): Promise<boolean> {
    const { at, live } = this.#beside;
    const situation = (await live()).has(this.#row.jurisdictionCode) ? 'LIVE' : 'QUIET';
    const confirmedAt = this.lastConfirmedAt?.getTime() ?? null;
    return isStale(confirmedAt, { at: at.getTime(), situation }, this.#beside);
  }

  async #told<Name extends keyof PublicContents>(name: Name): Promise<PublicContents[Name]> {
    return (await this.#beside.contentsOf(this.#row.shelterId))[name];
  }
}
