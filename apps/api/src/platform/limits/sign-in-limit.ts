import type { Language } from '#regulation/labels';
import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { GraphQLError, Kind, type SelectionNode } from 'graphql';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { GraphqlContext } from '../graphql/graphql-options.ts';
import { Office } from '../office.ts';
import { addressKey, secondsToWait } from './request-limit.ts';
import { tooManyRequests } from './too-many.ts';

/** Mutations that try a secret. */
const TRIES = new Set(['signIn', 'createFirstAdministrator', 'changePassword']);
/** For so many anonymous requests one failed try is free: 30 a minute for each address, an office's worth of slips. */
const ONE_IN = 40;

/**
 * Counts every try of a password in an operation, however it is named, aliased or stored, before any is made; tries
 * that succeed are given back, so that an office behind one address signs in at eight o'clock.
 */
@Plugin()
export class SignInLimit implements ApolloServerPlugin<GraphqlContext> {
  readonly #limiter: RateLimiterMemory;

  constructor(office: Office) {
    const points = Math.ceil(office.config.anonymousPerMinute / ONE_IN);
    this.#limiter = new RateLimiterMemory({ points, duration: 60 });
  }

  async requestDidStart(): Promise<GraphQLRequestListener<GraphqlContext>> {
    let taken = 0;
    return {
      didResolveOperation: async ({ operation, document, contextValue }) => {
        if (operation?.operation !== 'mutation') return;
        const fragments = document.definitions.filter((part) => part.kind === Kind.FRAGMENT_DEFINITION);
        const tries = [operation, ...fragments]
          .map((part) => countTries(part.selectionSet.selections))
          .reduce((sum, count) => sum + count, 0);
        if (tries === 0) return;
        const seconds = await secondsToWait(this.#limiter, addressKey(contextValue.request.ip), tries);
        if (seconds > 0) throw tooManyTries(seconds, contextValue.language);
        taken = tries;
      },
      willSendResponse: async ({ errors, contextValue }) => {
        if (taken > 0 && !errors) await this.#limiter.reward(addressKey(contextValue.request.ip), taken);
      },
    };
  }
}

function tooManyTries(seconds: number, language: Language): GraphQLError {
  const { message, extensions } = tooManyRequests(seconds, language);
  const http = { status: 429, headers: new Map([['retry-after', String(seconds)]]) };
  return new GraphQLError(message, { extensions: { ...extensions, http } });
}

function countTries(selections: readonly SelectionNode[]): number {
  let count = 0;
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD && TRIES.has(selection.name.value)) count += 1;
    if (selection.kind === Kind.INLINE_FRAGMENT) count += countTries(selection.selectionSet.selections);
  }
  return count;
}
