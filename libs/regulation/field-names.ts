import type { Language } from './labels.ts';

type Pair = readonly [chinese: string, english: string];

/** Field paths in the words people see; list indexes are left out of the key. */
export const FIELD_NAMES: Readonly<Record<string, Pair>> = {
  name: ['场所名称', 'Name'],
  aliases: ['别名', 'Other names'],
  division: ['乡镇、社区', 'Township or community'],
  address: ['地址', 'Address'],
  landmark: ['附近标志物', 'Landmark'],
  position: ['位置', 'Position'],
  'position.longitude': ['经度', 'Longitude'],
  'position.latitude': ['纬度', 'Latitude'],
  'position.rawLongitude': ['原始经度', 'Longitude as given'],
  'position.rawLatitude': ['原始纬度', 'Latitude as given'],
  'position.sourceCrs': ['坐标系', 'Coordinate system'],
  longitude: ['经度', 'Longitude'],
  latitude: ['纬度', 'Latitude'],
  crs: ['坐标系', 'Coordinate system'],
  areaSquareMeters: ['面积', 'Area'],
  effectiveAreaSquareMeters: ['有效避难面积', 'Effective area'],
  declaredCapacity: ['可容纳人数', 'Capacity'],
  blockedCapacity: ['停用人数', 'Blocked capacity'],
  capacityOverride: ['核定可用人数', 'Capacity as determined'],
  facilities: ['配套设施、设备', 'Facilities'],
  'facilities.type': ['设施类型', 'Type of facility'],
  'facilities.quantity': ['设施数量', 'Quantity of the facility'],
  'facilities.state': ['设施状态', 'State of the facility'],
  'facilities.maintainer': ['设施维护单位', 'Maintainer of the facility'],
  zonePlanFileId: ['功能区划分平面图', 'Zone plan drawing'],
  contact: ['管理责任单位联系人', 'Contact of the managing unit'],
  'contact.name': ['管理责任单位联系人', 'Contact person of the managing unit'],
  'contact.phone': ['联系方式', 'Contact phone'],
  'contact.phone24h': ['24 小时联系电话', '24-hour phone'],
  publicPhone: ['公开电话', 'Public phone'],
  suitability: ['适用灾害', 'Suitability by hazard'],
  'suitability.hazard': ['灾害种类', 'Hazard'],
  'suitability.suitability': ['适用性', 'Suitability'],
  'suitability.assessedBy': ['评估单位', 'Assessed by'],
  'suitability.assessedOn': ['评估日期', 'Date of assessment'],
  siteType: ['场地类型', 'Kind of site'],
  spaceType: ['室内或室外', 'Indoor or outdoor'],
  grade: ['级别', 'Grade'],
  durationClass: ['避难时长类别', 'Duration class'],
  standingKind: ['常设或临时', 'Permanent or temporary'],
  petPolicy: ['宠物安置', 'Pets'],
  barrierFree: ['无障碍', 'Barrier-free'],
  seismicEvidence: ['抗震设防依据', 'Evidence of seismic design'],
  acceptedOn: ['竣工验收日期', 'Date of acceptance of the works'],
  handedOverOn: ['移交日期', 'Date of hand-over'],
  otherPaperFileIds: ['其他有关资料', 'Other papers'],
  remarks: ['备注', 'Remarks'],
  kind: ['备案种类', 'Kind of filing'],
  jurisdictionCode: ['所属辖区', 'Jurisdiction'],
  unitId: ['产权单位或管理单位', 'Owner or manager'],
  filingId: ['备案', 'Filing'],
  shelterId: ['场所', 'Shelter'],
  code: ['场所编号', 'Shelter code'],
  fileId: ['文件', 'File'],
  file: ['文件', 'File'],
  reason: ['理由', 'Reason'],
  reasons: ['退回理由', 'Reasons for the return'],
  note: ['版次说明', 'Note of the edition'],
  shelters: ['场所', 'Shelters'],
  inspectedOn: ['检查日期', 'Date of the inspection'],
  heldOn: ['演练日期', 'Date of the drill'],
  heads: ['检查内容', 'Heads of the inspection'],
  findings: ['发现的隐患', 'Findings'],
  'findings.text': ['隐患内容', 'What was found'],
  'findings.effect': ['对场所可用情况的影响', 'Effect on the readiness of the shelter'],
  'findings.evidence': ['隐患证据', 'Evidence of the finding'],
  'findings.evidence.proves': ['证明内容', 'What the evidence proves'],
  'findings.evidence.maker': ['制作人', 'Maker of the evidence'],
  evidence: ['证据', 'Evidence'],
  'evidence.proves': ['证明内容', 'What the evidence proves'],
  'evidence.maker': ['制作人', 'Maker of the evidence'],
  campaignId: ['检查名称', 'Inspection campaign'],
  departmentIds: ['参加检查的部门', 'Departments that carry it out'],
  title: ['名称', 'Title'],
  startsOn: ['开始日期', 'First day'],
  endsOn: ['结束日期', 'Last day'],
  responsiblePerson: ['整改责任人', 'Person responsible'],
  responsibleOrganisationId: ['整改责任单位', 'Body responsible'],
  responsiblePersonId: ['整改责任人账号', 'Account of the person responsible'],
  dueOn: ['整改期限', 'Deadline'],
  participants: ['参加人数', 'Number of participants'],
  summary: ['演练情况', 'Account of the drill'],
  username: ['用户名', 'User name'],
  password: ['密码', 'Password'],
  newPassword: ['新密码', 'New password'],
  hazard: ['灾害种类', 'Hazard'],
  partySize: ['人数', 'Number of people'],
  first: ['条数', 'Number of results'],
  near: ['您的位置', 'Your place'],
  roles: ['角色', 'Roles'],
  role: ['角色', 'Role'],
  jurisdictions: ['辖区', 'Jurisdictions'],
  organisationId: ['单位', 'Organisation'],
  profile: ['导入格式', 'Import profile'],
  sourceId: ['原编号', 'Source number'],
  rows: ['数据行', 'Rows'],
  columns: ['列', 'Columns'],
  displayName: ['姓名', 'Name'],
  current: ['当前密码', 'Current password'],
  next: ['新密码', 'New password'],
  id: ['编号', 'Number'],
  fileIds: ['所附文件', 'Attached files'],
  revision: ['版本', 'Revision'],
  eventName: ['事件名称', 'Name of the event'],
  peopleAffected: ['需避难人数', 'People to shelter'],
  occurredAt: ['发生时间', 'Time of the event'],
  area: ['危险区域', 'Dangerous area'],
  temporaryPlaces: ['临时场所', 'Temporary places'],
  'temporaryPlaces.name': ['临时场所名称', 'Name of the temporary place'],
  'temporaryPlaces.unitId': ['临时场所的单位', 'Unit of the temporary place'],
  'temporaryPlaces.longitude': ['临时场所经度', 'Longitude of the temporary place'],
  'temporaryPlaces.latitude': ['临时场所纬度', 'Latitude of the temporary place'],
  'temporaryPlaces.capacity': ['临时场所可容纳人数', 'Capacity of the temporary place'],
  'temporaryPlaces.phone': ['临时场所电话', 'Phone of the temporary place'],
  legalBasis: ['决定依据', 'Legal basis'],
  planId: ['应急预案', 'Emergency plan'],
  planTitle: ['预案名称', 'Title of the plan'],
  planVersion: ['预案版本', 'Version of the plan'],
  inForceFrom: ['生效日期', 'In force from'],
  inForceUntil: ['失效日期', 'In force until'],
  dutyKind: ['任务', 'Duty'],
  minutes: ['时限（分钟）', 'Target (minutes)'],
  memberName: ['成员姓名', 'Name of the member'],
  phone: ['电话', 'Phone'],
  facts: ['报告内容', 'What is reported'],
  volunteers: ['志愿者人数', 'Volunteers'],
  signedPaperFileId: ['单位盖章材料', 'Paper signed by the unit'],
};

/** Whether a path names a field we know; list indexes may stand in it. */
export function isFieldName(path: string): boolean {
  return Object.hasOwn(FIELD_NAMES, keyOf(path));
}

function keyOf(path: string): string {
  return path
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter((step) => !/^\d+$/.test(step))
    .join('.');
}

/** The field in words; `facilities.2.quantity` (or `[2]`) names the third entry. An unknown path is shown as it is. */
export function fieldName(path: string, language: Language): string {
  const steps = path.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
  const position = steps.find((step) => /^\d+$/.test(step));
  const key = keyOf(path);
  const pair = Object.hasOwn(FIELD_NAMES, key) ? FIELD_NAMES[key] : undefined;
  const words = pair?.[language === 'zh-CN' ? 0 : 1] ?? path;
  if (position === undefined || !pair) return words;
  const ordinal = Number(position) + 1;
  return language === 'zh-CN' ? `${words}（第 ${ordinal} 项）` : `${words} (entry ${ordinal})`;
}
