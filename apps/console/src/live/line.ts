import { computed, ref } from 'vue';
import { endSession } from '../api/client.ts';
import { askWhetherOnline, online } from '../api/connection.ts';
import type { LiveSocket } from './socket.ts';
import { Watch, type ChangeTopic, type Hear } from './watch.ts';

const POLL_MS = 10_000;
/** A socket that was given up is tried anew. */
const ANEW_MS = 30_000;

/** Whether the socket stands; null until it has been tried. */
const up = ref<boolean | null>(null);

/** LIVE: changes come by themselves. POLLING: they are asked for. OFFLINE: the server is silent. Null: not known yet. */
export const liveState = computed(() => {
  if (!online.value) return 'OFFLINE';
  if (up.value === null) return null;
  return up.value ? 'LIVE' : 'POLLING';
});

interface Watching {
  readonly key: string;
  readonly watch: Watch;
  stop: () => void;
}

const watched = new Map<string, Watching>();
let socket: LiveSocket | null = null;

/** Opens the line to the server as long as somebody is signed in; answers how to close it. */
export function openLine(): () => void {
  let closed = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  const connect = async (): Promise<void> => {
    const { LiveSocket: Socket } = await import('./socket.ts');
    if (closed) return;
    socket = new Socket({
      up: () => {
        up.value = true;
        for (const watching of watched.values()) if (watching.watch.after === null) attend(watching);
      },
      down: () => {
        if (closed) return;
        up.value = false;
        if (online.value) void askWhetherOnline();
      },
      gaveUp: () => (again = setTimeout(open, ANEW_MS)),
      sessionEnded: endSession,
    });
    for (const watching of watched.values()) attend(watching);
  };
  const open = (): void => {
    connect().catch(() => {
      up.value = false; // the part of the program did not come: the changes are asked for
      again = setTimeout(open, ANEW_MS);
    });
  };
  const poll = setInterval(() => {
    if (!online.value) return;
    if (up.value === true) {
      // Whose very first question got no answer is not subscribed yet: deaf beside a socket that stands.
      for (const watching of watched.values()) if (watching.watch.after === null) attend(watching);
      return;
    }
    void askWhetherOnline();
    for (const { watch } of watched.values()) void watch.askWhatChanged();
  }, POLL_MS);
  open();
  return () => {
    closed = true;
    clearInterval(poll);
    clearTimeout(again);
    for (const watching of watched.values()) watching.stop();
    void socket?.close();
    socket = null;
    up.value = null;
  };
}

/** Calls `hear` about changes of these topics; answers how to stop. */
export function watchChanges(
  topics: readonly ChangeTopic[],
  activationId: string | null,
  hear: Hear,
): () => void {
  const key = JSON.stringify([topics, activationId]);
  const watching = watched.get(key) ?? begin(key, new Watch(topics, activationId));
  const { hearers } = watching.watch;
  hearers.add(hear);
  return () => {
    hearers.delete(hear);
    if (hearers.size > 0 || watched.get(key) !== watching) return;
    watched.delete(key);
    watching.stop();
  };
}

function begin(key: string, watch: Watch): Watching {
  const watching: Watching = { key, watch, stop: () => undefined };
  watched.set(key, watching);
  attend(watching);
  return watching;
}

/** Subscribes from where the watch stands. The very first one learns it, and has its page look again: something may have come between. */
function attend(watching: Watching): void {
  const { watch } = watching;
  if (watch.after !== null) subscribe(watching);
  else void watch.askWhatChanged().then(() => watched.get(watching.key) === watching && subscribe(watching));
}

function subscribe(watching: Watching): void {
  if (!socket || watching.watch.after === null) return;
  watching.stop();
  watching.stop = socket.subscribe(watching.watch);
}
