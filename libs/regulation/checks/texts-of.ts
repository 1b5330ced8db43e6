import type { ShelterContents } from '../registry/contents.ts';
import { TEXT_LIMITS } from '../registry/text-limits.ts';

type Kind = keyof typeof TEXT_LIMITS;

export interface TextAt {
  field: string;
  text: string;
  limit: number;
  /** Free text may run over several lines; a name or a phone may not. */
  lines: boolean;
}

const SEVERAL_LINES: readonly Kind[] = [
  'remarks',
  'seismicEvidence',
  'exposures.*.description',
  'designScheme.*.note',
  'consultation.opinion',
];

/** Every text of the contents with its path and limit; blanks and nulls left out. */
export function textsOf(contents: ShelterContents): TextAt[] {
  const { contact } = contents;
  return [
    ...textAt('name', contents.name),
    ...contents.aliases.flatMap((alias, index) => textAt('aliases.*', alias, index)),
    ...textAt('division', contents.division),
    ...textAt('address', contents.address),
    ...textAt('landmark', contents.landmark),
    ...contents.facilities.flatMap(({ maintainer }, index) =>
      textAt('facilities.*.maintainer', maintainer, index),
    ),
    ...textAt('contact.name', contact.name),
    ...textAt('contact.phone', contact.phone),
    ...textAt('contact.phone24h', contact.phone24h),
    ...textAt('publicPhone', contents.publicPhone),
    ...contents.suitability.flatMap(({ assessedBy }, index) =>
      textAt('suitability.*.assessedBy', assessedBy, index),
    ),
    ...textAt('seismicEvidence', contents.seismicEvidence),
    ...textAt('remarks', contents.remarks),
    ...ofTheSite(contents),
  ];
}

function ofTheSite(contents: ShelterContents): TextAt[] {
  const { capacityBasis, consultation } = contents;
  return [
    ...contents.entrances.flatMap(({ name }, index) => textAt('entrances.*.name', name, index)),
    ...contents.zones.flatMap(({ name }, index) => textAt('zones.*.name', name, index)),
    ...textAt('capacityBasis.standard', capacityBasis?.standard ?? null),
    ...contents.exposures.flatMap(({ description }, index) =>
      textAt('exposures.*.description', description, index),
    ),
    ...contents.standards.flatMap((standard, index) => textAt('standards.*', standard, index)),
    ...contents.designScheme.flatMap(({ note }, index) => textAt('designScheme.*.note', note, index)),
    ...textAt('consultation.askedBy', consultation?.askedBy ?? null),
    ...textAt('consultation.answeredBy', consultation?.answeredBy ?? null),
    ...textAt('consultation.opinion', consultation?.opinion ?? null),
    ...textAt('budget', contents.budget),
    ...contents.contributions.flatMap(({ donor, given }, index) => [
      ...textAt('contributions.*.donor', donor, index),
      ...textAt('contributions.*.given', given, index),
    ]),
  ];
}

function textAt(kind: Kind, text: string | null, index = 0): TextAt[] {
  if (!text) return [];
  return [
    {
      field: kind.replace('*', String(index)),
      text,
      limit: TEXT_LIMITS[kind],
      lines: SEVERAL_LINES.includes(kind),
    },
  ];
}
