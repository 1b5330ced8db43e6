import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CHANGE_TOPICS, type ChangeTopic } from '../outbox/change.ts';
import type { ToldChange } from '../outbox/read-changes.ts';

export const ChangeTopicEnum = Object.fromEntries(CHANGE_TOPICS.map((topic) => [topic, topic])) as {
  [Topic in ChangeTopic]: Topic;
};
registerEnumType(ChangeTopicEnum, {
  name: 'ChangeTopic',
  description: 'What a change is about.',
  valuesMap: {
    ACTIVATION: { description: 'Proposed, decided, amended, closed.' },
    DUTY: { description: 'A duty of a department.' },
    SHELTER: { description: 'Status, command post or standing of a shelter.' },
    OCCUPANCY: { description: 'People in a shelter.' },
    ANNOUNCEMENT: { description: 'Something was announced.' },
    ROSTER: { description: 'Who has which duty.' },
    UPKEEP: { description: 'An inspection, a defect, a drill.' },
    FILING: { description: 'A filing or the record of a shelter.' },
    PUBLICATION: { description: 'What the public sees.' },
  },
});

@ObjectType('ChangeNotice', {
  description: 'That something changed, never what: ask again for what you show. Ids and codes only.',
})
export class ChangeNoticeType {
  @Field(() => ID, {
    description: 'Its public number, rising: come back with the last one you saw to hear what you missed.',
  })
  id!: string;
  @Field(() => ChangeTopicEnum, { nullable: true, description: 'What it is about; null when resync.' })
  topic!: ChangeTopic | null;
  @Field(() => String, { nullable: true, description: 'Where it happened; null when resync.' })
  jurisdictionCode!: string | null;
  @Field(() => ID, { nullable: true, description: 'The activation it belongs to, if any.' })
  activationId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The shelter it is about, if it is about one.' })
  shelterId!: string | null;
  @Field(() => Date, { nullable: true, description: 'When it was done; null when resync.' })
  at!: Date | null;
  @Field({ description: 'Too much happened to tell one by one: ask again for everything you show.' })
  resync!: boolean;
}

@ObjectType('LaterChanges', { description: 'What changed after a number, and where the numbers stand.' })
export class LaterChangesType {
  @Field(() => ID, { description: 'The last number given: ask or subscribe from here next time.' })
  last!: string;
  @Field(() => [ChangeNoticeType], { description: 'The changes in their order; one resync when too many.' })
  notices!: ChangeNoticeType[];
}

export function noticeOf({ seq, unitId: _unit, ...change }: ToldChange): ChangeNoticeType {
  return { id: String(seq), ...change, resync: false };
}

export function resyncNotice(head: number): ChangeNoticeType {
  return {
    id: String(head),
    topic: null,
    jurisdictionCode: null,
    activationId: null,
    shelterId: null,
    at: null,
    resync: true,
  };
}
