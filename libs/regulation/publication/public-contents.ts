import type {
  HazardAssessment,
  ShelterContents,
  ShelterFacility,
  ShelterPosition,
} from '../registry/contents.ts';
import type { SiteBoundary, SiteContents } from '../site/contents.ts';

/** The part of the contents that is looked at: what is public already can be read again. */
export type PublishedSource = Omit<
  ShelterContents,
  | Exclude<keyof SiteContents, 'entrances' | 'zones'>
  | 'position'
  | 'facilities'
  | 'suitability'
  | 'blockedCapacity'
  | 'capacityOverride'
  | 'contact'
  | 'seismicEvidence'
  | 'acceptedOn'
  | 'handedOverOn'
  | 'otherPaperFileIds'
  | 'remarks'
> & {
  position: Pick<ShelterPosition, 'longitude' | 'latitude'> | null;
  boundary: Pick<SiteBoundary, 'parts'> | null;
  facilities: readonly Pick<ShelterFacility, 'type' | 'quantity' | 'state'>[];
  suitability: readonly Pick<HazardAssessment, 'hazard' | 'suitability'>[];
};

/** What the public may know of a shelter. */
export type PublicContents = ReturnType<typeof publicContents>;

/**
 * Art. 18 ¶2: "place, capacity, zone plan drawing and the like", field by field; what is not named here stays inside.
 * Never public: the contact, the 24-hour number, remarks, papers, the raw pair, who assessed or maintains, the donors.
 */
export function publicContents(contents: PublishedSource) {
  const { position, boundary } = contents;
  return {
    name: contents.name,
    aliases: contents.aliases,
    division: contents.division,
    address: contents.address,
    landmark: contents.landmark,
    position: position && { longitude: position.longitude, latitude: position.latitude },
    entrances: contents.entrances.map(({ name, longitude, latitude, barrierFree }) => ({
      name,
      longitude,
      latitude,
      barrierFree,
    })),
    boundary: boundary && { parts: boundary.parts },
    areaSquareMeters: contents.areaSquareMeters,
    effectiveAreaSquareMeters: contents.effectiveAreaSquareMeters,
    declaredCapacity: contents.declaredCapacity,
    facilities: contents.facilities.map(({ type, quantity, state }) => ({ type, quantity, state })),
    zones: contents.zones.map(({ type, name, areaSquareMeters, ring }) => ({
      type,
      name,
      areaSquareMeters,
      ring,
    })),
    zonePlanFileId: contents.zonePlanFileId,
    publicPhone: contents.publicPhone,
    suitability: contents.suitability.map(({ hazard, suitability }) => ({ hazard, suitability })),
    siteType: contents.siteType,
    spaceType: contents.spaceType,
    grade: contents.grade,
    durationClass: contents.durationClass,
    standingKind: contents.standingKind,
    petPolicy: contents.petPolicy,
    barrierFree: contents.barrierFree,
  };
}
