import type { GraphqlContext } from './graphql-options.ts';

/** Makes something once a request: the same maker is answered the same thing until the request ends. */
export function oncePerRequest<Thing>(context: GraphqlContext, make: () => Thing, maker: object): Thing {
  const known = context.perRequest.get(maker) as Thing | undefined;
  if (known !== undefined) return known;
  const made = make();
  context.perRequest.set(maker, made);
  return made;
}
