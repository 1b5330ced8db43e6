import type { Pair, Ring, SiteContents } from '#regulation/site/contents';
import type { ContentsInput } from './contents.types.ts';
import { text } from './read-text.ts';

/** A ten-millionth of a degree is a centimetre: what is finer than that nobody drew. */
const DIGITS = 1e7;

/** What a form says of the site, as the file keeps it: trimmed, blanks as unknown, shapes to the centimetre. */
export function readSite(input: ContentsInput): SiteContents {
  const { boundary, zonePlanPlacement, capacityBasis, consultation } = input;
  return {
    boundary:
      boundary && boundary.parts.length > 0
        ? { parts: boundary.parts.map(roundRing), sourceCrs: boundary.sourceCrs }
        : null,
    entrances: input.entrances.map(({ name, longitude, latitude, barrierFree }) => ({
      name: name.trim(),
      longitude: round(longitude),
      latitude: round(latitude),
      barrierFree,
    })),
    zones: input.zones.map(({ type, name, areaSquareMeters, ring }) => ({
      type,
      name: text(name),
      areaSquareMeters: areaSquareMeters ?? null,
      ring: ring && ring.length > 0 ? roundRing(ring) : null,
    })),
    zonePlanPlacement: zonePlanPlacement ? { ...zonePlanPlacement } : null,
    capacityBasis: capacityBasis
      ? {
          standard: capacityBasis.standard.trim(),
          dated: text(capacityBasis.dated),
          squareMetersPerPerson: capacityBasis.squareMetersPerPerson ?? null,
        }
      : null,
    exposures: input.exposures.map(({ hazard, description, distanceMeters }) => ({
      hazard,
      description: text(description),
      distanceMeters: distanceMeters ?? null,
    })),
    standards: input.standards.map((standard) => standard.trim()).filter(Boolean),
    designScheme: input.designScheme.map(({ item, contained, note }) => ({
      item,
      contained,
      note: text(note),
    })),
    consultation: consultation
      ? {
          askedBy: text(consultation.askedBy),
          askedOn: text(consultation.askedOn),
          answeredBy: text(consultation.answeredBy),
          answeredOn: text(consultation.answeredOn),
          opinion: text(consultation.opinion),
        }
      : null,
    ownership: input.ownership,
    investment: input.investment,
    fundingSource: input.fundingSource,
    budget: text(input.budget),
    contributions: input.contributions.map(({ kind, donor, given, valueYuan, receivedOn }) => ({
      kind,
      donor: donor.trim(),
      given: text(given),
      valueYuan: valueYuan ?? null,
      receivedOn: text(receivedOn),
    })),
  };
}

function roundRing(ring: Ring): Ring {
  return ring.map((point) => point.map(round) as Pair);
}

function round(degrees: number): number {
  return Math.round(degrees * DIGITS) / DIGITS;
}
