import type { JurisdictionLevel } from '../identity/jurisdiction.entity.ts';

export interface JurisdictionSeed {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly level: JurisdictionLevel;
  readonly localCode: string;
}

/** 三门峡市, its six counties by GB/T 2260, and the two management committees, which have no such code. */
export const JURISDICTIONS: readonly JurisdictionSeed[] = [
  { code: '411200', name: '三门峡市', nameEn: 'Sanmenxia City', level: 'CITY', localCode: '411200' },
  { code: '411202', name: '湖滨区', nameEn: 'Hubin District', level: 'COUNTY', localCode: '411202' },
  { code: '411203', name: '陕州区', nameEn: 'Shanzhou District', level: 'COUNTY', localCode: '411203' },
  { code: '411221', name: '渑池县', nameEn: 'Mianchi County', level: 'COUNTY', localCode: '411221' },
  { code: '411224', name: '卢氏县', nameEn: 'Lushi County', level: 'COUNTY', localCode: '411224' },
  { code: '411281', name: '义马市', nameEn: 'Yima City', level: 'COUNTY', localCode: '411281' },
  { code: '411282', name: '灵宝市', nameEn: 'Lingbao City', level: 'COUNTY', localCode: '411282' },
  {
    code: 'SMX-SFQ',
    name: '城乡一体化示范区',
    nameEn: 'Urban-Rural Integration Demonstration Zone',
    level: 'COMMITTEE',
    localCode: 'SFQ',
  },
  { code: 'SMX-KFQ', name: '开发区', nameEn: 'Development Zone', level: 'COMMITTEE', localCode: 'KFQ' },
];

export const CITY_CODE = '411200';
