import type * as words from './words.ts';

type Pair = readonly [chinese: string, english: string];

export interface SiteLabels {
  ZoneType: Record<words.ZoneType, Pair>;
  Ownership: Record<words.Ownership, Pair>;
  Investment: Record<words.Investment, Pair>;
  FundingSource: Record<words.FundingSource, Pair>;
  ContributionKind: Record<words.ContributionKind, Pair>;
  DesignItem: Record<words.DesignItem, Pair>;
}

export const SITE_LABELS: SiteLabels = {
  ZoneType: {
    COMMAND: ['应急指挥区', 'Command'],
    MANAGEMENT: ['管理区', 'Management'],
    LODGING: ['宿住区', 'Lodging'],
    ASSEMBLY: ['集散区', 'Assembly'],
    MEDICAL: ['医疗救护区', 'Medical care'],
    SUPPLY_STORE: ['物资储备区', 'Supply store'],
    SUPPLY_POINT: ['物资发放点', 'Supply point'],
    WATER: ['供水点', 'Water'],
    TOILET: ['厕所', 'Toilets'],
    WASTE: ['垃圾收集点', 'Waste'],
    SEWAGE: ['污水处理', 'Sewage'],
    POWER: ['供电点', 'Power'],
    COMMUNICATION: ['通信点', 'Communications'],
    BROADCAST: ['广播点', 'Broadcast'],
    PARKING: ['停车区', 'Parking'],
    HELIPAD: ['直升机停机坪', 'Helipad'],
    SHOWER: ['洗浴点', 'Showers'],
    VULNERABLE: ['特殊人群区', 'People with special needs'],
    VOLUNTEER: ['志愿者服务站', 'Volunteers'],
    PET: ['宠物安置区', 'Pets'],
  },
  Ownership: {
    STATE: ['国有', 'State'],
    COLLECTIVE: ['集体', 'Collective'],
    PRIVATE: ['私有', 'Private'],
    MIXED: ['混合', 'Mixed'],
    OTHER: ['其他', 'Other'],
    UNKNOWN: ['不明', 'Unknown'],
  },
  Investment: {
    GOVERNMENT: ['政府投资', 'Government'],
    SOCIAL: ['社会资本', 'Social capital'],
    MIXED: ['政府与社会资本', 'Government and social capital'],
    UNKNOWN: ['不明', 'Unknown'],
  },
  FundingSource: {
    BUILDER: ['新建：建设单位列入主体项目预算', 'New: in the budget of the main project'],
    OWNER_OR_MANAGER: [
      '改建、扩建：产权或管理单位提出预算',
      'Rebuilt: budget proposed by the owner or manager',
    ],
    UNKNOWN: ['不明', 'Unknown'],
  },
  ContributionKind: {
    DONATION: ['捐赠', 'Donation'],
    SPONSORSHIP: ['资助', 'Sponsorship'],
    JOINT_CONSTRUCTION: ['共同建设', 'Joint construction'],
  },
  DesignItem: {
    OVERVIEW: ['概况', 'Overview'],
    TYPE_AND_ROLE: ['类型与定位', 'Type and role'],
    SEISMIC_REQUIREMENTS: ['抗震设防要求', 'Seismic requirements'],
    FUNCTIONS_AND_ZONES: ['功能设置与分区', 'Functions and zones'],
    BASIC_FACILITIES: ['基本配套设施', 'Basic facilities'],
    ROUTES_AND_SIGNS: ['疏散通道与指引标志', 'Evacuation routes and signs'],
    BY_GRADE_AND_OTHER: ['与等级对应的功能和其他事项', 'What its grade asks, and other matters'],
  },
};
