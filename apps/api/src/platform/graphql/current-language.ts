import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Language } from '#regulation/labels';
import type { GraphqlContext } from './graphql-options.ts';

/** The language the answer is worded in. */
export const CurrentLanguage = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Language =>
    GqlExecutionContext.create(context).getContext<GraphqlContext>().language,
);
