import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import type { Office } from '../platform/office.ts';
import { Unauthenticated } from '../platform/refused.ts';
import type { Officer } from './officer.ts';
import { officerOf } from './sessions.ts';

export const SESSION_COOKIE = 'session';
export const OFFICER = Symbol('officer');

/** Looks up who asks, once a request, before any resolver; requests without a token cost nothing. */
export async function recogniseOfficer(office: Office, request: FastifyRequest): Promise<void> {
  const token = tokenOf(request);
  request[OFFICER] = token ? await officerOf(office, token) : null;
}

/** The bearer token, else the session cookie. */
export function tokenOf(request: FastifyRequest): string | undefined {
  return bearerToken(request.headers.authorization) ?? request.cookies[SESSION_COOKIE];
}

export function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(authorization ?? '')?.[1];
}

declare module 'fastify' {
  interface FastifyRequest {
    [OFFICER]?: Officer | null;
  }
}

/** The signed-in officer; throws Unauthenticated when there is none. */
export const CurrentOfficer = createParamDecorator((_data: unknown, context: ExecutionContext): Officer => {
  const officer = requestOf(context)[OFFICER];
  if (!officer) throw new Unauthenticated();
  return officer;
});

/** The signed-in officer, or null for the public. */
export const PerhapsOfficer = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Officer | null => requestOf(context)[OFFICER] ?? null,
);

function requestOf(context: ExecutionContext): FastifyRequest {
  return GqlExecutionContext.create(context).getContext<GraphqlContext>().request;
}
