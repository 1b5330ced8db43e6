import type { ActName } from './authority.ts';
import type { OrganisationAct, PersonAct } from './administration/acts.ts';
import type { ActivationAct } from './activation/acts.ts';
import type { DutyAct } from './duties/acts.ts';
import type { DeregistrationAct } from './deregistration/acts.ts';
import type { FilingAct } from './filing/acts.ts';
import type { CampaignAct } from './inspection/acts.ts';
import type { RebuildAct } from './rebuild/acts.ts';
import type { MaintenanceAct } from './maintenance/acts.ts';
import type { PublicationAct } from './publication/acts.ts';
import type { Language } from './labels.ts';

type Pair = readonly [chinese: string, english: string];

type NamedAct =
  | ActName
  | FilingAct
  | CampaignAct
  | MaintenanceAct
  | PublicationAct
  | PersonAct
  | OrganisationAct
  | ActivationAct
  | DutyAct
  | RebuildAct
  | DeregistrationAct
  | 'revise';

/** What an act is called, in words that fit after "not authorised to": acts of the authority table. */
export const ACT_LABELS: Readonly<Record<NamedAct, Pair>> = {
  draftFiling: ['起草备案', 'draft a filing'],
  editFiling: ['编辑备案', 'edit a filing'],
  submitFiling: ['提交备案', 'submit a filing'],
  returnFiling: ['退回备案', 'return a filing'],
  acceptFiling: ['受理备案', 'accept a filing'],
  withdrawFiling: ['撤回备案', 'withdraw a filing'],
  correctShelter: ['依职权更正', 'correct a filed record'],
  acknowledgeCorrection: ['确认知悉更正', 'acknowledge a correction'],
  giveRebuildNotice: ['改建、扩建前备案', 'give notice of a rebuild'],
  fileAsBuilt: ['改建、扩建后备案', 'file the as-built version'],
  giveNotice: ['改建、扩建前备案', 'give notice of a rebuild'],
  amendNotice: ['变更改建、扩建备案', 'amend the notice of a rebuild'],
  callOffRebuild: ['取消改建、扩建', 'call a rebuild off'],
  completeRebuild: ['办结改建、扩建', 'complete a rebuild'],
  askDeregistration: ['申请注销', 'ask for deregistration'],
  deregisterShelter: ['注销场所', 'deregister a shelter'],
  takeBackDeregistration: ['撤回注销申请', 'take back a request for deregistration'],
  declineDeregistration: ['不予注销', 'decline a deregistration'],
  grantDeregistration: ['批准注销', 'grant a deregistration'],
  recordMaintenanceAgreement: ['登记维护协议', 'record an agreement on maintenance'],
  recordMaintenanceDisagreement: ['登记协商不成', 'record a disagreement on maintenance'],
  endMaintenance: ['结束维护约定', 'end an arrangement on maintenance'],
  determineMaintenance: ['确定维护主体', 'determine who maintains'],
  liftDetermination: ['解除维护主体的确定', 'lift a determination on maintenance'],
  supersedeMaintenance: ['更替维护约定', 'replace an arrangement on maintenance'],
  importList: ['导入名单', 'import a list'],
  createJurisdictions: ['新建辖区', 'create jurisdictions'],
  takeTemporaryPlace: ['登记临时场所', 'take a temporary place into the registry'],
  proposePublication: ['建议发布', 'propose a publication'],
  publishShelters: ['发布', 'publish shelters'],
  suspendPublication: ['暂停发布', 'suspend a publication'],
  hideShelter: ['隐藏场所', 'hide a shelter'],
  withdrawShelter: ['撤销发布', 'withdraw a shelter from publication'],
  recordEvent: ['登记突发事件', 'record an event'],
  startExercise: ['开始演练', 'start an exercise'],
  proposeActivation: ['建议启用', 'propose an activation'],
  requestDecision: ['提请决定', 'request a decision'],
  decideActivation: ['决定启用', 'decide an activation'],
  amendActivation: ['变更启用决定', 'amend an activation'],
  closeActivation: ['决定结束', 'close an activation'],
  orderEvacuation: ['组织疏散', 'order an evacuation'],
  openAtOnce: ['紧急开放', 'open at once'],
  reportShelterStatus: ['报告启用情况', "report the shelter's status"],
  reportStandDown: ['报告撤收', 'report the stand-down'],
  standShelterDown: ['撤收场所', 'stand a shelter down'],
  proposeAnnouncement: ['建议公告', 'propose an announcement'],
  announce: ['发布公告', 'make an announcement'],
  appointCommandPostMembers: ['确定指挥部成员', 'appoint command post members'],
  acknowledgeDuty: ['接收任务', 'acknowledge a duty'],
  reportDutyInPlace: ['报告到位', 'report a duty in place'],
  reportDutyDegraded: ['报告保障不足', 'report a duty degraded'],
  standDownDuty: ['撤收任务', 'stand a duty down'],
  runVolunteerStation: ['管理志愿者服务站', 'run the volunteer station'],
  checkIn: ['登记入住', 'check people in'],
  checkOut: ['登记离开', 'check people out'],
  countOccupants: ['清点人数', 'count the people present'],
  transferEvacuees: ['转移人员', 'transfer people'],
  evacuateShelter: ['疏散受损场所', 'evacuate a damaged shelter'],
  resolveGateConflict: ['处理出入登记疑点', 'settle a conflict of the gate'],
  recordSummary: ['填写总结', 'record the summary'],
  recordRepair: ['填写检修', 'record repairs'],
  recordAftermath: ['填写善后', 'record the aftermath'],
  recordInspection: ['记录自查', 'record a self-inspection'],
  recordDrill: ['记录演练', 'record a drill'],
  askInspectionCampaign: ['建议开展检查', 'ask for an inspection campaign'],
  orderInspectionCampaign: ['部署检查', 'order an inspection campaign'],
  carryOutInspection: ['开展检查', 'carry out an inspection'],
  orderRectification: ['交办整改', 'order the rectification of a defect'],
  startRepair: ['开始整改', 'start the repair'],
  reportRepair: ['报告整改完成', 'report the repair done'],
  returnRepair: ['退回整改', 'return the repair'],
  signDefectOff: ['隐患销号', 'sign a defect off'],
  answerCampaignRequest: ['按建议部署检查', 'order the campaign that was asked for'],
  keepDutyRoster: ['维护任务分工', 'keep the duty roster'],
  keepStandingCommandPost: ['维护常设指挥部', 'keep the standing command post'],
  keepEmergencyPlan: ['维护应急预案', 'keep emergency plans'],
  readRegistry: ['查看场所档案', 'read the registry'],
  readFilings: ['查看备案', 'read filings'],
  keepPeople: ['管理人员', 'manage people'],
  keepOrganisations: ['管理单位', 'manage organisations'],
  keepSettings: ['管理设置', 'manage settings'],
  revise: ['编辑', 'edit'],
  draft: ['起草', 'draft'],
  submit: ['提交', 'submit'],
  return: ['退回', 'return'],
  accept: ['受理', 'accept'],
  withdraw: ['撤回', 'withdraw'],
  correct: ['更正', 'correct'],
  migrate: ['导入', 'import'],
  supersede: ['替代', 'supersede'],
  publish: ['发布', 'publish'],
  suspend: ['暂停发布', 'suspend'],
  hide: ['隐藏', 'hide'],
  disablePerson: ['停用人员', 'disable a person'],
  enablePerson: ['恢复人员', 'enable a person'],
  disableOrganisation: ['停用单位', 'disable an organisation'],
  enableOrganisation: ['恢复单位', 'enable an organisation'],
  withdrawPublication: ['撤销发布', 'withdraw from publication'],
  propose: ['建议启用', 'propose'],
  cancel: ['取消建议', 'drop the proposal'],
  decide: ['决定启用', 'decide'],
  amend: ['变更决定', 'amend'],
  close: ['决定结束', 'close'],
  end: ['结束启用', 'end'],
  closeFile: ['归档', 'close the file'],
  acknowledge: ['接收任务', 'acknowledge'],
  reportInPlace: ['报告到位', 'report in place'],
  reportDegraded: ['报告保障不足', 'report degraded'],
  standDown: ['撤收任务', 'stand down'],
};

/** The act in words; an act nobody knows is shown as it is. */
export function actLabel(act: string, language: Language): string {
  const labels: Readonly<Record<string, Pair>> = ACT_LABELS;
  const pair = Object.hasOwn(labels, act) ? labels[act] : undefined;
  return pair?.[language === 'zh-CN' ? 0 : 1] ?? act;
}
