/* What this page asks the server. Positions travel in the body of a POST, never in an address. */

const LISTED = `
  code name address landmark publicPhone location { longitude latitude } operationalStatus
  suitability { hazard suitability } capacity { usable occupied available asOf } lastConfirmedAt demo`;

const STALE_HOURS = 'staleAfterHours { QUIET LIVE }';

export const NEAREST_SHELTERS = `query NearestShelters($near: PositionInput!, $hazard: HazardType, $first: Int!) {
  nearestShelters(near: $near, hazard: $hazard, first: $first) {
    shelters { shelter { ${LISTED} } distanceMeters bearingDegrees }
    passedOver { shelter { ${LISTED} } distanceMeters reasons { code params message } }
    situation edition asOf
  }
  publicTerms { nextEditionDue ${STALE_HOURS} }
}`;

export const PUBLIC_SHELTER = `query PublicShelter($code: String!) {
  publicShelter(code: $code) { ${LISTED}
    zonePlanUrl edition grade siteType spaceType durationClass standingKind petPolicy barrierFree
    facilities { type quantity state }
    boundary zones { type name ring } entrances { name longitude latitude barrierFree }
  }
  publicTerms { ${STALE_HOURS} }
}`;

const ANNOUNCED = `
  identifier occasion exercise activationNumber live endedAt hazard announcedAt`;

/** In both languages, so that what is kept can be read in either. */
export const ANNOUNCEMENTS = `query Announcements($first: Int!) {
  announcements(first: $first) { ${ANNOUNCED} texts { language areaName headline } }
}`;

export const ANNOUNCEMENT = `query Announcement($identifier: ID!) {
  announcement(identifier: $identifier) { ${ANNOUNCED}
    texts { language areaName headline description instruction }
    shelters { code name listed operationalStatus lastConfirmedAt }
  }
  publicTerms { ${STALE_HOURS} }
}`;
