import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Whether there is more, and from where.' })
export class PageInfo {
  @Field({ description: 'Whether there is more.' }) hasNextPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Send it as `after` for the next page.' }) endCursor!:
    string | null;
}

export interface Connection<Node> {
  readonly nodes: Node[];
  readonly pageInfo: PageInfo;
  /** A getter: counted only when it is asked for. */
  readonly totalCount: Promise<number>;
}

export interface ConnectionType<Node> {
  nodes: Node[];
  pageInfo: PageInfo;
}

/** The GraphQL type of a bounded, stably ordered list. */
export function connectionOf<Node>(name: string, node: () => Type<Node>): Type<ConnectionType<Node>> {
  @ObjectType(name, { description: 'A page of a list in stable order.' })
  class ConnectionClass {
    @Field(() => [node()], { description: 'The page.' }) nodes!: Node[];
    @Field(() => PageInfo, { description: 'Whether there is more, and from where.' }) pageInfo!: PageInfo;
    @Field(() => Int, { description: 'Counted only when asked for.' }) totalCount!: number;
  }
  return ConnectionClass as unknown as Type<ConnectionType<Node>>;
}

/** Turns one row more than was asked into a page: the extra row only says that there is more. */
export function toConnection<Node>(
  rows: Node[],
  first: number,
  cursorOf: (node: Node) => readonly (string | number)[],
  totalCount: () => Promise<number>,
): Connection<Node> {
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return {
    nodes,
    pageInfo: { hasNextPage: rows.length > first, endCursor: last ? writeCursor(cursorOf(last)) : null },
    get totalCount() {
      return totalCount();
    },
  };
}

export function writeCursor(keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** The keys of a cursor; null when it is none of ours, so that a damaged link starts at the beginning. */
export function readCursor(cursor: string | null | undefined, keys: number): (string | number)[] | null {
  if (!cursor || cursor.length > 500) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits =
      Array.isArray(read) &&
      read.length === keys &&
      read.every((key) => typeof key === 'string' || typeof key === 'number');
    return fits ? read : null;
  } catch {
    return null;
  }
}
