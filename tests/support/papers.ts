import { EMPTY_CONTENTS, type ShelterContents } from '#regulation/registry/contents';
import type {
  FileFact,
  FilingFacts,
  OrderOf,
  PaperOrder,
  ShelterFacts,
} from '../../apps/api/src/papers/paper-order.ts';

const OCCASION = { drawnAt: new Date('2026-03-10T07:04:00Z'), origin: 'https://shelters.example' };
const UNIT = '湖滨公园管理处';

/** An order of each kind about the same shelter, with the changes. */
export function ordersWith(changes: Partial<ShelterContents>): PaperOrder[] {
  const contents = { ...EMPTY_CONTENTS, name: '湖滨公园应急避难场所', ...changes };
  const filing: FilingFacts = {
    id: '0195f0c0-1111-7222-8333-444455556666',
    kind: 'NEW',
    stage: 'FILED',
    number: '411202-2026-0017',
    onBehalf: false,
    contents,
    submittedAt: OCCASION.drawnAt,
    decidedAt: OCCASION.drawnAt,
    unit: UNIT,
    jurisdiction: '湖滨区',
    code: '411202C0007',
    demo: false,
    returns: 1,
  };
  const shelter: ShelterFacts = {
    code: '411202C0007',
    unit: UNIT,
    jurisdiction: '湖滨区',
    demo: false,
    filedAt: OCCASION.drawnAt,
    deregisteredAt: null,
    version: 1,
    versionNow: 1,
    recordedAt: OCCASION.drawnAt,
    contents,
    publication: 'PUBLISHED',
    edition: '2026-03-10-1',
    publishedVersion: 1,
  };
  const plan: FileFact = {
    id: 'plan',
    fileName: '平面图.dwg',
    mediaType: 'image/vnd.dwg',
    bytes: 1,
    sha256: 'ab'.repeat(32),
  };
  const given: OrderOf<'RETURN_LETTER'>['given'] = {
    turn: 1,
    returnedAt: OCCASION.drawnAt,
    authority: '湖滨区应急管理局',
    name: contents.name,
    reasons: [{ field: 'position', text: '坐标落在湖面上。' }],
  };
  const accepted: OrderOf<'CERTIFICATE'>['accepted'] = {
    version: 1,
    contents,
    acceptedAt: OCCASION.drawnAt,
    authority: '湖滨区应急管理局',
    deregisteredAt: null,
  };
  const occasion = OCCASION;
  return [
    { kind: 'FILING_FORM', occasion, filing, files: [] },
    { kind: 'RETURN_LETTER', occasion, filing, given },
    { kind: 'CERTIFICATE', occasion, filing, accepted },
    { kind: 'REGISTRY_EXTRACT', occasion, shelter, files: [] },
    { kind: 'ZONE_PLAN_SHEET', occasion, shelter, plan, planPath: '' },
  ];
}
