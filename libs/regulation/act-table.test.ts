import { describe, expect, it } from '@jest/globals';
import { actsInStage, judgeAct, type ActTable } from './act-table.ts';
import { FILING_ACTS, FILING_ACT_NAMES, EDITABLE_FILING_STAGES } from './filing/acts.ts';
import { ACTIVATION_ACT_NAMES, ACTIVATION_ACTS, RUNNING_STAGES, FOLLOWING_ACTS } from './activation/acts.ts';
import { ACTS } from './authority.ts';
import { DUTY_ACT_NAMES, DUTY_ACTS } from './duties/acts.ts';
import {
  CAMPAIGN_STAGES,
  DEFECT_STAGES,
  DUTY_STAGES,
  FILING_STAGES,
  MAINTENANCE_STAGES,
  PUBLICATION_STATUSES,
  DEREGISTRATION_STAGES,
  REBUILD_STAGES,
  ROLES,
  type Role,
} from './enumerations.ts';
import { CAMPAIGN_ACT_NAMES, CAMPAIGN_ACTS } from './inspection/acts.ts';
import { DEREGISTRATION_ACT_NAMES, DEREGISTRATION_ACTS } from './deregistration/acts.ts';
import { REBUILD_ACT_NAMES, REBUILD_ACTS } from './rebuild/acts.ts';
import { PUBLICATION_ACT_NAMES, PUBLICATION_ACTS, PUBLICATION_ACTS_WITH_REASON } from './publication/acts.ts';
import { MAINTENANCE_ACT_NAMES, MAINTENANCE_ACTS } from './maintenance/acts.ts';
import { DEFECT_ACT_NAMES, DEFECT_ACTS, OPEN_DEFECT_STAGES } from './upkeep/defect-acts.ts';

describe('one act at one stage', () => {
  it('is refused out of stage and without authority, both told at once', () => {
    expect(judgeAct(FILING_ACTS, 'accept', 'SUBMITTED', true)).toEqual([]);
    expect(judgeAct(FILING_ACTS, 'accept', 'DRAFT', false)).toEqual([
      {
        rule: 'act-table',
        article: 14,
        field: null,
        code: 'OUT_OF_STAGE',
        params: { act: 'accept', stage: 'DRAFT' },
      },
      { rule: 'act-table', article: 14, field: null, code: 'NO_AUTHORITY', params: { act: 'accept' } },
    ]);
    expect(judgeAct(FILING_ACTS, 'accept', 'SUBMITTED', false).map(({ code }) => code)).toEqual([
      'NO_AUTHORITY',
    ]);
  });

  it('creates only where nothing is yet', () => {
    expect(judgeAct(FILING_ACTS, 'draft', null, true)).toEqual([]);
    expect(judgeAct(FILING_ACTS, 'draft', 'DRAFT', true)).toHaveLength(1);
    expect(judgeAct(FILING_ACTS, 'submit', null, true)[0]?.params).toEqual({ act: 'submit', stage: 'NONE' });
  });

  it('is out of stage when the table does not know it', () => {
    for (const act of ['explode', 'toString']) {
      expect(judgeAct(FILING_ACTS, act, 'DRAFT', true)).toMatchObject([
        { code: 'OUT_OF_STAGE', article: null },
      ]);
    }
  });

  it('carries the article of its row, or none for practice', () => {
    expect(judgeAct(FILING_ACTS, 'withdraw', 'FILED', true)[0]?.article).toBeNull();
    expect(judgeAct(PUBLICATION_ACTS, 'suspend', 'HIDDEN', true)[0]?.article).toBe(18);
  });
});

describe('the filing process', () => {
  it.each([
    [null, ['draft', 'correct', 'migrate']],
    ['DRAFT', ['submit', 'withdraw']],
    ['SUBMITTED', ['return', 'accept', 'withdraw']],
    ['RETURNED', ['submit', 'withdraw']],
    ['FILED', ['supersede']],
    ['SUPERSEDED', []],
    ['WITHDRAWN', []],
  ])('from %s: %j', (stage, acts) => {
    expect(actsInStage(FILING_ACTS, stage)).toEqual(acts);
  });

  it('leads every act where it says', () => {
    const ends = Object.fromEntries(Object.entries(FILING_ACTS).map(([act, { to }]) => [act, to]));
    expect(ends).toEqual({
      draft: 'DRAFT',
      submit: 'SUBMITTED',
      return: 'RETURNED',
      accept: 'FILED',
      withdraw: 'WITHDRAWN',
      correct: 'FILED',
      migrate: 'FILED',
      supersede: 'SUPERSEDED',
    });
    expect(FILING_ACT_NAMES).toMatchObject({
      draft: 'draftFiling',
      accept: 'acceptFiling',
      migrate: 'importList',
    });
    expect(EDITABLE_FILING_STAGES).toEqual(['DRAFT', 'RETURNED']);
  });

  it('covers every stage', () => {
    const stages = Object.values(FILING_ACTS).flatMap(({ from, to }) => [...from, to]);
    expect(new Set(stages)).toEqual(new Set(FILING_STAGES));
  });

  it('agrees with the acts × roles table; an imported row is migrated by an authority only', () => {
    agree(FILING_ACTS, FILING_ACT_NAMES, { migrate: ['FILING_AUTHORITY', 'CITY_EM'] });
  });
});

describe('the publication process', () => {
  it.each([
    ['UNPUBLISHED', ['publish', 'hide']],
    ['PUBLISHED', ['publish', 'suspend', 'hide', 'withdrawPublication']],
    ['SUSPENDED', ['publish', 'hide', 'withdrawPublication']],
    ['HIDDEN', ['publish', 'withdrawPublication']],
  ])('from %s: %j', (stage, acts) => {
    expect(actsInStage(PUBLICATION_ACTS, stage)).toEqual(acts);
  });

  it('covers every status, is the city’s, and gives a reason for taking anything away', () => {
    expect(new Set(Object.values(PUBLICATION_ACTS).map(({ to }) => to))).toEqual(
      new Set(PUBLICATION_STATUSES),
    );
    agree(PUBLICATION_ACTS, PUBLICATION_ACT_NAMES, {});
    expect(PUBLICATION_ACTS_WITH_REASON).toEqual(['suspend', 'hide', 'withdrawPublication']);
  });
});

describe('the rebuild process (Art. 21)', () => {
  it.each([
    [null, ['giveNotice']],
    ['NOTIFIED', ['amendNotice', 'callOffRebuild', 'fileAsBuilt', 'completeRebuild']],
    ['COMPLETED', []],
    ['CALLED_OFF', []],
  ])('from %s: %j', (stage, acts) => {
    expect(actsInStage(REBUILD_ACTS, stage)).toEqual(acts);
  });

  it('covers every stage, and agrees with the acts × roles table; only the county or committee completes one', () => {
    const ends = Object.values(REBUILD_ACTS).map(({ to }) => to);
    expect(new Set(ends)).toEqual(new Set(REBUILD_STAGES));
    agree(REBUILD_ACTS, REBUILD_ACT_NAMES, { completeRebuild: ['FILING_AUTHORITY'] });
  });
});

describe('the deregistration of a shelter (practice)', () => {
  it.each([
    [null, ['askDeregistration', 'deregisterShelter']],
    ['ASKED', ['takeBackDeregistration', 'declineDeregistration', 'grantDeregistration']],
    ['GRANTED', []],
    ['DECLINED', []],
    ['TAKEN_BACK', []],
  ])('from %s: %j', (stage, acts) => {
    expect(actsInStage(DEREGISTRATION_ACTS, stage)).toEqual(acts);
  });

  it('covers every stage, leads every act where it says, and agrees with the acts × roles table', () => {
    const ends = Object.fromEntries(Object.entries(DEREGISTRATION_ACTS).map(([act, { to }]) => [act, to]));
    expect(ends).toEqual({
      askDeregistration: 'ASKED',
      takeBackDeregistration: 'TAKEN_BACK',
      declineDeregistration: 'DECLINED',
      grantDeregistration: 'GRANTED',
      deregisterShelter: 'GRANTED',
    });
    expect(new Set(Object.values(ends))).toEqual(new Set(DEREGISTRATION_STAGES));
    agree(DEREGISTRATION_ACTS, DEREGISTRATION_ACT_NAMES, {});
  });
});

describe('the activation process', () => {
  it.each([
    [null, ['propose']],
    ['PROPOSED', ['cancel', 'decide']],
    ['LIVE', ['amend', 'close']],
    ['STANDING_DOWN', ['end']],
    ['ENDED', ['closeFile']],
    ['FILE_CLOSED', []],
    ['CANCELLED', []],
  ])('from %s: %j', (stage, acts) => {
    expect(actsInStage(ACTIVATION_ACTS, stage)).toEqual(acts);
  });

  it('leads every act where it says, agrees with the acts × roles table, and is decided by the county alone', () => {
    const ends = Object.fromEntries(Object.entries(ACTIVATION_ACTS).map(([act, { to }]) => [act, to]));
    expect(ends).toEqual({
      propose: 'PROPOSED',
      cancel: 'CANCELLED',
      decide: 'LIVE',
      amend: 'LIVE',
      close: 'STANDING_DOWN',
      end: 'ENDED',
      closeFile: 'FILE_CLOSED',
    });
    agree(ACTIVATION_ACTS, ACTIVATION_ACT_NAMES, {});
    expect(ACTIVATION_ACTS.decide).toMatchObject({ by: ['DECIDER'], article: 22 });
    expect(RUNNING_STAGES).toEqual(['LIVE', 'STANDING_DOWN']);
    expect(FOLLOWING_ACTS).toEqual(['end', 'closeFile']);
  });
});

describe('the duties of Art. 24', () => {
  it.each([
    ['ASSIGNED', ['acknowledge', 'reportInPlace', 'reportDegraded', 'standDown']],
    ['ACKNOWLEDGED', ['reportInPlace', 'reportDegraded', 'standDown']],
    ['IN_PLACE', ['reportDegraded', 'standDown']],
    ['DEGRADED', ['reportInPlace', 'reportDegraded', 'standDown']],
    ['STOOD_DOWN', []],
  ])('from %s: %j', (stage, acts) => {
    expect(actsInStage(DUTY_ACTS, stage)).toEqual(acts);
  });

  it('cover every stage but the assignment, and agree with the acts × roles table', () => {
    expect(new Set(['ASSIGNED', ...Object.values(DUTY_ACTS).map(({ to }) => to)])).toEqual(
      new Set(DUTY_STAGES),
    );
    agree(DUTY_ACTS, DUTY_ACT_NAMES, {});
    for (const { article } of Object.values(DUTY_ACTS)) expect(article).toBe(24);
  });
});

describe('the closed loop of a defect', () => {
  it.each([
    ['FOUND', ['orderRectification']],
    ['ORDERED', ['startRepair', 'reportRepair']],
    ['IN_REPAIR', ['reportRepair']],
    ['REINSPECTION', ['returnRepair', 'signDefectOff']],
    ['RESOLVED', []],
  ])('from %s: %j', (stage, acts) => {
    expect(actsInStage(DEFECT_ACTS, stage)).toEqual(acts);
  });

  it('ends with the sign-off alone, and agrees with the acts × roles table', () => {
    const ends = Object.entries(DEFECT_ACTS).filter(([, { to }]) => to === 'RESOLVED');
    expect(ends.map(([act]) => act)).toEqual(['signDefectOff']);
    expect([...OPEN_DEFECT_STAGES, 'RESOLVED']).toEqual(DEFECT_STAGES);
    agree(DEFECT_ACTS, DEFECT_ACT_NAMES, {});
  });
});

describe('who maintains a facility', () => {
  it.each([
    [null, ['recordMaintenanceAgreement', 'recordMaintenanceDisagreement']],
    ['AGREED', ['endMaintenance', 'supersedeMaintenance']],
    ['DISAGREED', ['determineMaintenance', 'endMaintenance', 'supersedeMaintenance']],
    ['DETERMINED', ['liftDetermination', 'supersedeMaintenance']],
    ['ENDED', []],
  ])('from %s: %j', (stage, acts) => {
    expect(actsInStage(MAINTENANCE_ACTS, stage)).toEqual(acts);
  });

  it('covers every stage, and agrees with the acts × roles table', () => {
    expect(new Set(Object.values(MAINTENANCE_ACTS).map(({ to }) => to))).toEqual(new Set(MAINTENANCE_STAGES));
    agree(MAINTENANCE_ACTS, MAINTENANCE_ACT_NAMES, {});
  });
});

describe('an inspection campaign', () => {
  it('is asked for or ordered, and what was asked for is ordered by whoever decides', () => {
    expect(actsInStage(CAMPAIGN_ACTS, null)).toEqual(['askInspectionCampaign', 'orderInspectionCampaign']);
    expect(actsInStage(CAMPAIGN_ACTS, 'ASKED')).toEqual(['answerCampaignRequest']);
    expect(actsInStage(CAMPAIGN_ACTS, 'ORDERED')).toEqual([]);
    expect(new Set(Object.values(CAMPAIGN_ACTS).map(({ to }) => to))).toEqual(new Set(CAMPAIGN_STAGES));
    agree(CAMPAIGN_ACTS, CAMPAIGN_ACT_NAMES, {});
  });
});

function agree(
  table: ActTable<string>,
  names: Record<string, keyof typeof ACTS>,
  narrower: Record<string, Role[]>,
): void {
  for (const [act, rule] of Object.entries(table)) {
    const name = names[act];
    if (name === undefined) throw new Error(`${act} has no name in the acts × roles table`);
    const granted = ROLES.filter((role) => role in ACTS[name].grants);
    expect([act, [...rule.by].sort()]).toEqual([act, [...(narrower[act] ?? granted)].sort()]);
    expect(narrower[act] ?? []).toEqual((narrower[act] ?? []).filter((role) => granted.includes(role)));
    expect(rule.article === null).toBe(rule.source !== undefined);
  }
}
