import { Client, fetchExchange, mapExchange, type OperationResult } from '@urql/vue';
import { language } from '../i18n/language.ts';
import { heardFromServer } from './connection.ts';

let sessionEnded: () => void = () => undefined;

/** What to do when the server no longer knows who asks. */
export function onSessionEnded(act: () => void): void {
  sessionEnded = act;
}

/** The server said that the session is over. */
export function endSession(): void {
  sessionEnded();
}

// No cache: an officer decides on what is true now. The cookie goes along by itself, same origin only.
export const client = new Client({
  url: '/graphql',
  preferGetMethod: false,
  requestPolicy: 'network-only',
  fetchOptions: () => ({ headers: { 'accept-language': language.value } }),
  exchanges: [mapExchange({ onResult: listen }), fetchExchange],
});

function listen(result: OperationResult): void {
  heardFromServer(!result.error?.networkError || result.error.graphQLErrors.length > 0);
  if (result.error?.graphQLErrors.some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED')) {
    sessionEnded();
  }
}
