import { readSquareMeters } from '#regulation/quantities';
import type { SiteContents } from '#regulation/site/contents';
import { BETWEEN, date, known, word } from './own-cells.ts';
import { echo, type RowReader } from './row-reader.ts';

/** Numbers of standards hold strokes and commas of their own: DB41/T 1234-2016. */
const BETWEEN_STANDARDS = /[、；;\n]+/u;
/** 宿住区 3000 m²: kind and area, the latter as far as it is known. */
const ZONE = /^(\D+?)[\s:：]*(\d.*)?$/u;
/** 2 平方米/人 */
const A_PERSON = /\s*[/每]?\s*(人|persons?)$/iu;

type Told = Pick<
  SiteContents,
  'zones' | 'capacityBasis' | 'standards' | 'ownership' | 'investment' | 'fundingSource' | 'budget'
>;

/** What a list can say of the site (Art. 5, 6, 10, 11, 13); shapes and gifts are told in the form. */
export function readSite(reader: RowReader): Told {
  return {
    zones: readZones(reader),
    capacityBasis: readBasis(reader),
    standards: (reader.text('standards', { lines: true }) ?? '')
      .split(BETWEEN_STANDARDS)
      .map((standard) => standard.trim())
      .filter(Boolean),
    ownership: word(reader, 'ownership', 'Ownership') ?? 'UNKNOWN',
    investment: word(reader, 'investment', 'Investment') ?? 'UNKNOWN',
    fundingSource: word(reader, 'fundingSource', 'FundingSource') ?? 'UNKNOWN',
    budget: reader.text('budget'),
  };
}

function readZones(reader: RowReader): SiteContents['zones'] {
  return (reader.text('zones', { lines: true }) ?? '')
    .split(BETWEEN)
    .map((entry) => entry.trim())
    .filter(Boolean)
    .flatMap((entry) => {
      const [, kind = '', area] = ZONE.exec(entry) ?? [];
      const type = known(reader, 'zones', 'ZoneType', kind || entry);
      if (!type) return [];
      const areaSquareMeters = area === undefined ? null : readSquareMeters(area);
      if (area !== undefined && areaSquareMeters === null) {
        reader.tell('IMPOSSIBLE', 'zones', 'NOT_A_NUMBER', { value: echo(area) });
      }
      return [{ type, name: null, areaSquareMeters, ring: null }];
    });
}

function readBasis(reader: RowReader): SiteContents['capacityBasis'] {
  const standard = reader.text('capacityBasis.standard');
  const dated = date(reader, 'capacityBasis.dated');
  const squareMetersPerPerson = reader.number('capacityBasis.squareMetersPerPerson', (text) =>
    readSquareMeters(text.replace(A_PERSON, '')),
  );
  if (standard === null && dated === null && squareMetersPerPerson === null) return null;
  return { standard: standard ?? '', dated, squareMetersPerPerson };
}
