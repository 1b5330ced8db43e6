import type { DurationClass, ShelterGrade, SiteType, SpaceType } from '#regulation/enumerations';

/** What kind of ground a demo shelter stands on, and so which hazards it was found fit for. */
export const GROUNDS = ['OPEN', 'HALL', 'RIVERSIDE', 'HILLSIDE', 'UNASSESSED'] as const;
export type Ground = (typeof GROUNDS)[number];

/** An invented shelter: every name, number and phone is made up; only the township is real. */
export interface DemoShelter {
  readonly jurisdiction: string;
  /** Key of DEMO_UNITS. */
  readonly unit: string;
  readonly name: string;
  readonly division: string;
  readonly landmark: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly site: SiteType;
  readonly space: SpaceType;
  readonly grade: ShelterGrade;
  readonly duration: DurationClass;
  readonly squareMeters: number;
  readonly persons: number;
  readonly ground: Ground;
}

/** Owners and managers, all invented, by key; `unit1` is the one of the demo account. */
export const DEMO_UNITS = {
  unit1: { jurisdiction: '411202', name: '湖滨区晨光教育集团（演示）' },
  'hubin-parks': { jurisdiction: '411202', name: '湖滨区公园事务中心（演示）' },
  'hubin-venues': { jurisdiction: '411202', name: '湖滨区文体场馆中心（演示）' },
  shanzhou: { jurisdiction: '411203', name: '陕州区公共场所管理站（演示）' },
  mianchi: { jurisdiction: '411221', name: '渑池县公共场所管理站（演示）' },
  lushi: { jurisdiction: '411224', name: '卢氏县公共场所管理站（演示）' },
  yima: { jurisdiction: '411281', name: '义马市公共场所管理站（演示）' },
  'lingbao-schools': { jurisdiction: '411282', name: '灵宝市育才教育集团（演示）' },
  'lingbao-parks': { jurisdiction: '411282', name: '灵宝市园林管护中心（演示）' },
  sfq: { jurisdiction: 'SMX-SFQ', name: '示范区公共场所管理站（演示）' },
  kfq: { jurisdiction: 'SMX-KFQ', name: '开发区公共场所管理站（演示）' },
} as const;

// Unit, name, township, landmark, longitude, latitude (WGS 84), kind, square metres, persons, ground. The kind: site,
// space (I, O, M for both), grade (M, C, T, V), duration (Emergency, Short, Long term).
const ROWS = `
unit1 | 晨光第一小学操场 | 湖滨街道 | 校门朝南，紧邻晨光路 | 111.20127 | 34.77318 | SCHOOL O C E | 9600 | 3200 | OPEN
unit1 | 晨光第一小学体育馆 | 湖滨街道 | 操场东侧蓝顶建筑 | 111.20183 | 34.77352 | SCHOOL I C S | 2400 | 600 | HALL
unit1 | 晨光实验中学 | 前进街道 | 北门进，操场在教学楼后 | 111.19046 | 34.78011 | SCHOOL M M S | 21500 | 5400 | OPEN
unit1 | 晨光第三幼儿园 | 车站街道 | 小区中央 | 111.18174 | 34.78429 | SCHOOL I T E | 1800 | 420 | HALL
hubin-parks | 望河公园 | 会兴街道 | 河堤内侧，正门有石牌坊 | 111.22613 | 34.78384 | PARK O M L | 62000 | 12400 | RIVERSIDE
hubin-parks | 槐荫绿地 | 涧河街道 | 立交桥西南角 | 111.16842 | 34.77096 | GREEN_SPACE O T E | 7800 | 2600 | OPEN
hubin-parks | 文昌广场 | 大安街道 | 钟楼脚下 | 111.21492 | 34.76527 | SQUARE O C E | 15200 | 5000 | OPEN
hubin-venues | 湖滨全民健身中心 | 崖底街道 | 主入口在东面 | 111.17533 | 34.79018 | STADIUM M M L | 33400 | 7800 | HALL
hubin-venues | 磁钟文化礼堂 | 磁钟乡 | 乡道边，门前有停车场 | 111.27418 | 34.75126 | COMMUNITY_CENTER I T S | 2100 | 480 | HALL
hubin-venues | 高庙村民广场 | 高庙乡 | 村委会对面 | 111.33264 | 34.76873 | SQUARE O V E | 3600 | 1200 | HILLSIDE
hubin-venues | 交口敬老院 | 交口乡 | 卫生院隔壁 | 111.25137 | 34.72465 | WELFARE I T L | 3200 | 260 | UNASSESSED
shanzhou | 甘棠公园 | 甘棠街道 | 南门有公交站 | 111.09827 | 34.72436 | PARK O M L | 48000 | 9600 | OPEN
shanzhou | 陕州青少年体育馆 | 甘棠街道 | 环形建筑 | 111.10564 | 34.71982 | STADIUM I C L | 8800 | 2100 | HALL
shanzhou | 大营中学操场 | 大营镇 | 校园西侧门常开 | 111.07348 | 34.73185 | SCHOOL O T S | 11200 | 3700 | OPEN
shanzhou | 原店河湾绿地 | 原店镇 | 河湾步道入口 | 111.12176 | 34.69874 | GREEN_SPACE O T E | 6900 | 2300 | RIVERSIDE
shanzhou | 观音堂文化站 | 观音堂镇 | 老火车站北侧 | 111.56284 | 34.71246 | COMMUNITY_CENTER I T S | 1900 | 430 | HALL
shanzhou | 西张村小学 | 西张村镇 | 村口大槐树旁 | 111.13582 | 34.62317 | SCHOOL M V E | 7400 | 1900 | HILLSIDE
mianchi | 仰韶公园 | 城关镇 | 西门近医院 | 111.76138 | 34.76542 | PARK O M L | 55000 | 11000 | OPEN
mianchi | 渑池会展馆 | 城关镇 | 玻璃幕墙建筑 | 111.77246 | 34.77093 | INDOOR_VENUE I C L | 9800 | 2300 | HALL
mianchi | 英豪中心小学 | 英豪镇 | 国道南侧 | 111.66574 | 34.76238 | SCHOOL M T S | 8600 | 2200 | OPEN
mianchi | 洪阳集市广场 | 洪阳镇 | 镇政府门前 | 111.88362 | 34.82918 | SQUARE O T E | 5400 | 1800 | OPEN
mianchi | 南村码头绿地 | 南村乡 | 黄河岸边 | 111.80416 | 35.02683 | GREEN_SPACE O V E | 4200 | 1400 | RIVERSIDE
mianchi | 坡头乡卫生院广场 | 坡头乡 | 卫生院院内 | 111.72861 | 34.91174 | SQUARE O V E | 2600 | 860 | HILLSIDE
lushi | 洛水公园 | 城关镇 | 桥头东侧 | 111.05216 | 34.05384 | PARK O C L | 36000 | 7200 | RIVERSIDE
lushi | 卢氏综合体育馆 | 兴贤里街道 | 山脚下，两个入口 | 111.04173 | 34.06127 | STADIUM I C L | 9200 | 2200 | HALL
lushi | 官道口中学 | 官道口镇 | 坡上，校门朝东 | 111.01582 | 34.27316 | SCHOOL M T S | 12400 | 3300 | OPEN
lushi | 五里川文化广场 | 五里川镇 | 镇中心 | 110.90437 | 33.78652 | SQUARE O T E | 4800 | 1600 | HILLSIDE
lushi | 朱阳关小学 | 朱阳关镇 | 桥南二百米 | 110.97524 | 33.70318 | SCHOOL M V E | 5600 | 1500 | HILLSIDE
lushi | 双龙湾游客中心 | 双龙湾镇 | 停车场北端 | 111.21647 | 34.10835 | HOTEL I T L | 4100 | 760 | UNASSESSED
yima | 千秋广场 | 千秋路街道 | 喷泉南侧 | 111.87125 | 34.74738 | SQUARE O C E | 14600 | 4800 | OPEN
yima | 义马矿工体育馆 | 朝阳路街道 | 红砖外墙 | 111.86243 | 34.74291 | STADIUM I C L | 7600 | 1800 | HALL
yima | 新义公园 | 新义街街道 | 正门朝北 | 111.88376 | 34.74062 | PARK O C L | 28500 | 5700 | OPEN
yima | 常村第二小学 | 常村路街道 | 菜市场对面 | 111.90584 | 34.74817 | SCHOOL M T S | 8200 | 2200 | OPEN
yima | 泰山路社区中心 | 泰山路街道 | 底层大厅 | 111.85427 | 34.75316 | COMMUNITY_CENTER I V E | 1600 | 380 | HALL
lingbao-schools | 育才高级中学 | 城关镇 | 东门近体育场 | 110.88437 | 34.52162 | SCHOOL M M L | 38500 | 9200 | OPEN
lingbao-schools | 育才第二小学 | 涧西区 | 校门前有天桥 | 110.87126 | 34.51638 | SCHOOL M C S | 10400 | 2700 | OPEN
lingbao-schools | 豫灵中学 | 豫灵镇 | 镇东头 | 110.40827 | 34.52936 | SCHOOL M T S | 13200 | 3500 | OPEN
lingbao-schools | 朱阳中心小学 | 朱阳镇 | 河北岸台地 | 110.69214 | 34.30782 | SCHOOL M T S | 7900 | 2100 | HILLSIDE
lingbao-parks | 弘农湖公园 | 涧东区 | 湖北岸 | 110.89742 | 34.51318 | PARK O M L | 71000 | 14200 | RIVERSIDE
lingbao-parks | 函谷广场 | 函谷关镇 | 游客中心外 | 110.92538 | 34.62673 | SQUARE O C E | 12800 | 4200 | OPEN
lingbao-parks | 焦村苹果广场 | 焦村镇 | 集市北口 | 110.80254 | 34.53417 | SQUARE O T E | 6200 | 2000 | OPEN
lingbao-parks | 故县文体中心 | 故县镇 | 派出所旁 | 110.56438 | 34.49826 | COMMUNITY_CENTER I T S | 2300 | 520 | HALL
sfq | 示范区市民公园 | 禹王路街道 | 南广场有旗杆 | 111.12438 | 34.75237 | PARK O M L | 58000 | 11600 | OPEN
sfq | 示范区会议中心 | 禹王路街道 | 公交总站旁的白色大楼 | 111.11872 | 34.74826 | INDOOR_VENUE I M L | 16400 | 3900 | HALL
sfq | 青龙学校 | 禹王路街道 | 操场与公园相通 | 111.13146 | 34.75713 | SCHOOL M C S | 17800 | 4600 | OPEN
kfq | 向阳体育公园 | 向阳街道 | 北入口可停大车 | 111.15267 | 34.78413 | PARK O C L | 24600 | 4900 | OPEN
kfq | 开发区产业中心礼堂 | 向阳街道 | 二号楼一层 | 111.14682 | 34.78026 | INDOOR_VENUE I C S | 3800 | 900 | HALL
kfq | 向阳小学 | 向阳街道 | 校门朝西 | 111.15834 | 34.78762 | SCHOOL M T S | 9300 | 2400 | UNASSESSED
`
  .trim()
  .split('\n');

const SPACES = { I: 'INDOOR', O: 'OUTDOOR', M: 'MIXED' } as const;
const GRADES = { M: 'MUNICIPAL', C: 'COUNTY', T: 'TOWNSHIP', V: 'VILLAGE' } as const;
const DURATIONS = { E: 'EMERGENCY', S: 'SHORT_TERM', L: 'LONG_TERM' } as const;

/** The demo city in the order it is filed. */
export const DEMO_SHELTERS: readonly DemoShelter[] = ROWS.map((row) => {
  const [unit = '', name = '', division = '', landmark = '', longitude, latitude, kind = '', ...rest] =
    row.split(' | ');
  const [squareMeters, persons, ground] = rest;
  const [site, space, grade, duration] = kind.split(' ');
  return {
    jurisdiction: DEMO_UNITS[unit as keyof typeof DEMO_UNITS].jurisdiction,
    unit,
    name: `${name}（演示数据）`,
    division,
    landmark,
    longitude: Number(longitude),
    latitude: Number(latitude),
    site: site as SiteType,
    space: SPACES[space as keyof typeof SPACES],
    grade: GRADES[grade as keyof typeof GRADES],
    duration: DURATIONS[duration as keyof typeof DURATIONS],
    squareMeters: Number(squareMeters),
    persons: Number(persons),
    ground: ground as Ground,
  };
});
