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

const SEVERAL_LINES: readonly Kind[] = ['remarks', 'seismicEvidence'];

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
