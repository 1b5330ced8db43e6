import { Catch } from '@nestjs/common';
import type { GqlExceptionFilter } from '@nestjs/graphql';
import { ActRefused, Forbidden, Unauthenticated } from '../refused.ts';

/** A refusal is an answer, not a fault of ours: it goes to the client as it is and not into the error log. */
@Catch(ActRefused, Forbidden, Unauthenticated)
export class RefusalsAreAnswers implements GqlExceptionFilter {
  catch(refusal: Error): Error {
    return refusal;
  }
}
