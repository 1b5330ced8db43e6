import { execute, Kind, type ExecutionArgs } from 'graphql';
import { setImmediate as othersFirst } from 'node:timers/promises';
import type { Office } from '../office.ts';
import { changesFor, type Later, type ToldChange } from '../outbox/read-changes.ts';
import { isFor } from '../outbox/scope.ts';
import { noticeOf, resyncNotice, type ChangeNoticeType } from './changes.types.ts';
import type { Feed } from './feed.ts';
import type { SocketContext } from './reader.ts';
import { bytesOf, type Bytes } from './text-frame.ts';

/** More at once than this nobody reads one by one: one "ask anew" instead. */
const BURST = 200;
/** Answers kept in a group for those who come back, so that a storm of them is prepared once. */
const KEPT_ANSWERS = 500;
/** Frames sent before others get their turn. */
const FRAMES_A_TURN = 1_000;

interface Member {
  readonly feed: Feed;
  /** What stands before the answer in a message of this subscription. */
  readonly head: Bytes;
  readonly send: SocketContext['send'];
}

/** All who get the same answers: the same operation with the same variables within the same scope. */
interface Group {
  readonly args: ExecutionArgs;
  readonly members: Set<Member>;
  readonly answers: Map<string, Bytes>;
}

/** Tells changes to subscribers: executes and serialises once for each group, sends the same answer to all of it. */
export class FanOut {
  readonly #groups = new Map<string, Group>();
  /** The last number told to those who are live; null before the first turn. */
  #cursor: number | null = null;
  #frames = 0;

  constructor(private readonly office: Office) {}

  get cursor(): number | null {
    return this.#cursor;
  }

  /** Those who have been told what they missed. */
  get subscribers(): number {
    let count = 0;
    for (const { members } of this.#groups.values())
      for (const { feed } of members) if (feed.live) count += 1;
    return count;
  }

  get empty(): boolean {
    return this.#groups.size === 0;
  }

  /** Begins or moves on without telling anything: nobody watches, or the numbers start again. */
  standAt(head: number): void {
    this.#cursor = head;
  }

  /** Adds a subscriber and tells what it missed, then what comes. */
  async join(feed: Feed, args: ExecutionArgs, id: string, send: SocketContext['send']): Promise<void> {
    const key = groupKey(feed, args);
    const group = this.#groups.get(key) ?? {
      args: { ...args, contextValue: {} },
      members: new Set(),
      answers: new Map(),
    };
    this.#groups.set(key, group);
    const member = { feed, head: bytesOf(`{"id":${JSON.stringify(id)},"type":"next","payload":`), send };
    group.members.add(member);
    feed.onEnd(() => {
      group.members.delete(member);
      if (group.members.size === 0 && this.#groups.get(key) === group) this.#groups.delete(key);
    });
    if (feed.after !== null) return this.#replay(group, member, feed.after);
    feed.seen = this.#cursor ?? 0;
    feed.live = true;
  }

  /** Tells the changes, which follow on the cursor, to all who are live. */
  async tell(changes: readonly ToldChange[]): Promise<void> {
    const last = changes.at(-1);
    if (!last) return;
    this.#cursor = last.seq;
    for (const group of this.#groups.values()) {
      const [sample] = group.members;
      if (!sample) continue;
      const theirs = changes.filter((change) => isFor(change, sample.feed.scope, sample.feed.selection));
      await this.#tellGroup(group, theirs.length > BURST ? [resyncNotice(last.seq)] : theirs.map(noticeOf));
    }
  }

  /** Tells all who are live to ask anew: what came between is not known. */
  async tellToResync(head: number): Promise<void> {
    this.#cursor = head;
    for (const group of this.#groups.values()) {
      for (const { feed } of group.members) feed.seen = Math.min(feed.seen, head - 1);
      await this.#tellGroup(group, [resyncNotice(head)]);
    }
  }

  async #tellGroup(group: Group, notices: readonly ChangeNoticeType[]): Promise<void> {
    for (const notice of notices) {
      const answer = await answerOf(group, notice);
      const seq = Number(notice.id);
      for (const member of group.members) {
        if (member.feed.live) this.#send(member, seq, answer);
      }
      if (this.#frames > FRAMES_A_TURN) {
        this.#frames = 0;
        await othersFirst();
      }
    }
  }

  #send({ feed, head, send }: Member, seq: number, answer: Bytes): void {
    if (seq <= feed.seen) return;
    feed.seen = seq;
    this.#frames += 1;
    send(head, answer);
  }

  /** Until it stands where the others stand: what is told to them meanwhile is read too. */
  async #replay(group: Group, member: Member, after: number): Promise<void> {
    const { feed } = member;
    feed.seen = after;
    let from = after;
    do {
      const most = this.office.config.liveReplay;
      const later = await changesFor(this.office.dataSource, feed.scope, feed.selection, from, most + 1);
      if (from > later.head) feed.seen = later.head - 1;
      for (const notice of noticesOf(later, most)) {
        this.#send(member, Number(notice.id), await answerOf(group, notice));
      }
      from = later.head;
      feed.seen = from;
    } while (feed.open && from < (this.#cursor ?? 0));
    feed.live = true; // in the same breath as the comparison: nothing is told in between
  }
}

/** What came later, one by one when all of it is there and not too much, else "ask anew". */
export function noticesOf({ head, whole, changes }: Later, most: number): ChangeNoticeType[] {
  return whole && changes.length <= most ? changes.map(noticeOf) : [resyncNotice(head)];
}

/** What is told, to the end of the message. */
async function answerOf({ args, answers }: Group, notice: ChangeNoticeType): Promise<Bytes> {
  const key = notice.resync ? `${notice.id}!` : notice.id;
  const known = answers.get(key);
  if (known !== undefined) return known;
  const answer = bytesOf(`${JSON.stringify(await execute({ ...args, rootValue: { changes: notice } }))}}`);
  answers.set(key, answer);
  if (answers.size > KEPT_ANSWERS) answers.delete(answers.keys().next().value ?? '');
  return answer;
}

function groupKey({ scope, selection }: Feed, args: ExecutionArgs): string {
  const variables = { ...args.variableValues };
  // Where each left off differs; what they are told does not.
  const after = variableOfAfter(args);
  if (after !== undefined) delete variables[after];
  const text = args.document.loc?.source.body ?? '';
  return JSON.stringify([scope, selection, args.operationName ?? null, text, variables]);
}

function variableOfAfter({ document, operationName }: ExecutionArgs): string | undefined {
  const operation = document.definitions.find(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      (!operationName || definition.name?.value === operationName),
  );
  const field = operation && 'selectionSet' in operation ? operation.selectionSet.selections[0] : undefined;
  if (field?.kind !== Kind.FIELD) return undefined;
  const value = field.arguments?.find(({ name }) => name.value === 'after')?.value;
  return value?.kind === Kind.VARIABLE ? value.name.value : undefined;
}
