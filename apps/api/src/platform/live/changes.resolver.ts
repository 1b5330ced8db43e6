import { Args, Context, ID, Query, Resolver, Subscription } from '@nestjs/graphql';
import type { GraphqlContext } from '../graphql/graphql-options.ts';
import { ActRefused } from '../refused.ts';
import type { ChangeTopic } from '../outbox/change.ts';
import type { Selection } from '../outbox/scope.ts';
import { ChangeNoticeType, ChangeTopicEnum, LaterChangesType } from './changes.types.ts';
import type { Feed } from './feed.ts';
import { Live } from './live.ts';
import type { SocketContext } from './reader.ts';

const AFTER = {
  name: 'after',
  type: () => ID,
  nullable: true,
  description: 'The last id you saw: what came since is told first.',
} as const;
const TOPICS = {
  name: 'topics',
  type: () => [ChangeTopicEnum],
  nullable: true,
  description: 'Only changes about these; all when left out.',
} as const;
const ACTIVATION = {
  name: 'activationId',
  type: () => ID,
  nullable: true,
  description: 'Only changes of this activation.',
} as const;

/** Changes as they happen, and the same for clients that cannot keep a socket open. */
@Resolver()
export class ChangesResolver {
  constructor(private readonly live: Live) {}

  @Subscription(() => ChangeNoticeType, {
    description:
      'Changes within your reach as they happen, each once and in order. Come back with the last id you saw: what you ' +
      'missed is told first, or, when it was too much, one notice with resync.',
  })
  changes(
    @Context() context: SocketContext,
    @Args(AFTER) after: string | null,
    @Args(TOPICS) topics: ChangeTopic[] | null,
    @Args(ACTIVATION) activationId: string | null,
  ): Feed {
    return this.live.feed(context.reader, selection(topics, activationId), numberOf(after));
  }

  @Query(() => LaterChangesType, {
    description:
      'The same, asked for: what changed within your reach since an id. Without one it only says where the numbers stand.',
  })
  changesSince(
    @Context() context: GraphqlContext,
    @Args(AFTER) after: string | null,
    @Args(TOPICS) topics: ChangeTopic[] | null,
    @Args(ACTIVATION) activationId: string | null,
  ): Promise<LaterChangesType> {
    return this.live.later(context.request, selection(topics, activationId), numberOf(after));
  }
}

function selection(
  topics: ChangeTopic[] | null | undefined,
  activationId: string | null | undefined,
): Selection {
  if (activationId && !UUID.test(activationId)) {
    throw refused('activationId', 'NOT_FOUND', { process: 'activation' });
  }
  return { topics: [...new Set(topics)].toSorted(), activationId: activationId?.toLowerCase() ?? null };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function numberOf(after: string | null | undefined): number | null {
  if (after === null || after === undefined) return null;
  if (!/^\d{1,15}$/.test(after)) throw refused('after', 'NOT_A_NUMBER', { value: after.slice(0, 40) });
  return Number(after);
}

function refused(
  field: string,
  code: 'NOT_FOUND' | 'NOT_A_NUMBER',
  params: Record<string, string>,
): ActRefused {
  return new ActRefused([{ rule: 'changes', article: null, field, code, params }]);
}
