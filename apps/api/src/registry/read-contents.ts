import { toWgs84 } from '#geography/crs';
import { EMPTY_CONTENTS, type ShelterContents } from '#regulation/registry/contents';
import type { ContentsInput } from './contents.types.ts';
import { readSite } from './read-site.ts';
import { text } from './read-text.ts';

/** What a form says, as the file keeps it: trimmed, blanks as unknown, the position in WGS 84 beside the raw pair. */
export function readContents(input: ContentsInput): ShelterContents {
  const { position, ...rest } = input;
  return {
    ...EMPTY_CONTENTS,
    ...rest,
    ...readSite(input),
    name: input.name.trim(),
    aliases: input.aliases.map((alias) => alias.trim()).filter(Boolean),
    division: text(input.division),
    address: text(input.address),
    landmark: text(input.landmark),
    publicPhone: text(input.publicPhone),
    seismicEvidence: text(input.seismicEvidence),
    acceptedOn: text(input.acceptedOn),
    handedOverOn: text(input.handedOverOn),
    remarks: text(input.remarks),
    areaSquareMeters: input.areaSquareMeters ?? null,
    effectiveAreaSquareMeters: input.effectiveAreaSquareMeters ?? null,
    declaredCapacity: input.declaredCapacity ?? null,
    blockedCapacity: input.blockedCapacity ?? null,
    capacityOverride: input.capacityOverride ?? null,
    zonePlanFileId: input.zonePlanFileId ?? null,
    contact: {
      name: text(input.contact.name),
      phone: text(input.contact.phone),
      phone24h: text(input.contact.phone24h),
    },
    facilities: input.facilities.map((facility) => ({
      type: facility.type,
      quantity: facility.quantity ?? null,
      state: facility.state,
      maintainer: text(facility.maintainer),
    })),
    suitability: input.suitability.map((entry) => ({
      hazard: entry.hazard,
      suitability: entry.suitability,
      assessedBy: text(entry.assessedBy),
      assessedOn: text(entry.assessedOn),
    })),
    position: position ? readPosition(position.longitude, position.latitude, position.crs ?? 'WGS84') : null,
  };
}

/** A position as given, and the same in WGS 84. What no datum can mean stays as it is, for the checks to name. */
export function readPosition(
  longitude: number,
  latitude: number,
  crs: NonNullable<ShelterContents['position']>['sourceCrs'],
): NonNullable<ShelterContents['position']> {
  const possible = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
  const [wgsLongitude, wgsLatitude] = possible ? toWgs84(longitude, latitude, crs) : [longitude, latitude];
  return {
    longitude: wgsLongitude,
    latitude: wgsLatitude,
    sourceCrs: crs,
    rawLongitude: longitude,
    rawLatitude: latitude,
  };
}
