// What a phone asks of the server, and what the floor is asked just so.

export const FIRST = 10;

export const QUERY = `query Nearest($near: PositionInput!, $hazard: HazardType, $first: Int) {
  nearestShelters(near: $near, hazard: $hazard, first: $first) {
    situation
    edition
    shelters {
      distanceMeters
      bearingDegrees
      shelter {
        code
        name
        address
        location { longitude latitude }
        operationalStatus
        capacity { usable available }
      }
    }
    passedOver { distanceMeters shelter { code name } reasons { code message } }
  }
}`;

/** Requests about places within some kilometres of a shelter, half of them for a hazard; the same at every run. */
export function questions(places) {
  return places.map(({ longitude, latitude }, index) =>
    JSON.stringify({
      query: QUERY,
      variables: {
        near: {
          longitude: longitude + ((index % 7) - 3) * 0.01,
          latitude: latitude + ((index % 5) - 2) * 0.01,
        },
        hazard: index % 2 === 0 ? null : 'EARTHQUAKE',
        first: FIRST,
      },
    }),
  );
}
