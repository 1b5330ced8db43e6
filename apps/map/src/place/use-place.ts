import { onScopeDispose, ref, shallowRef, type Ref } from 'vue';
import { deviceNow } from '../device/clock.ts';
import { keep, recall } from '../device/device-store.ts';
import { hasMoved, type Place } from './place.ts';

/** How the device's own positioning stands. */
export type Locating = 'IDLE' | 'LOCATING' | 'FOLLOWING' | 'DENIED' | 'UNAVAILABLE';

type ChosenPlace = Pick<Place, 'point' | 'from' | 'accuracyMeters' | 'name'>;

export interface PlaceKeeper {
  place: Ref<Place | null>;
  locating: Ref<Locating>;
  /** Asks the device; it may ask the person. */
  locate: () => void;
  /** Takes a place a person pointed at or chose. */
  choose: (chosen: ChosenPlace) => void;
}

/** The person's place: the last one known at once, the device's own when it is allowed. Kept on this device only. */
export function usePlace(): PlaceKeeper {
  const place = shallowRef<Place | null>(recall<Place>('place'));
  const locating = ref<Locating>('IDLE');
  let watching: number | null = null;

  function settle(next: Place): void {
    place.value = next;
    keep('place', next);
  }

  function stop(): void {
    if (watching !== null) navigator.geolocation.clearWatch(watching);
    watching = null;
  }

  function locate(): void {
    if (!('geolocation' in navigator)) {
      locating.value = 'UNAVAILABLE';
      return;
    }
    stop();
    locating.value = 'LOCATING';
    watching = navigator.geolocation.watchPosition(
      ({ coords: { longitude, latitude, accuracy } }) => {
        const isFirst = locating.value !== 'FOLLOWING';
        locating.value = 'FOLLOWING';
        const point = { longitude, latitude };
        const next: Place = { point, from: 'GPS', accuracyMeters: accuracy, name: null, at: deviceNow() };
        if (isFirst || place.value?.from !== 'GPS' || hasMoved(place.value, next)) settle(next);
      },
      ({ code, PERMISSION_DENIED }) => {
        // A reading lost on the way says nothing new; the last place stands.
        if (locating.value === 'FOLLOWING' && code !== PERMISSION_DENIED) return;
        stop();
        locating.value = code === PERMISSION_DENIED ? 'DENIED' : 'UNAVAILABLE';
      },
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 10_000 },
    );
  }

  function choose(chosen: ChosenPlace): void {
    stop();
    locating.value = 'IDLE';
    settle({ ...chosen, at: deviceNow() });
  }

  async function locateWhenAllowed(): Promise<void> {
    // A place somebody chose stands until somebody changes it.
    if (place.value && place.value.from !== 'GPS') return;
    if (!('permissions' in navigator)) return;
    const { state } = await navigator.permissions.query({ name: 'geolocation' });
    if (state === 'granted') locate();
    if (state === 'denied') locating.value = 'DENIED';
  }

  // Some browsers refuse the question itself: then one tap is needed, as on a first visit.
  locateWhenAllowed().catch(() => undefined);
  onScopeDispose(stop);
  return { place, locating, locate, choose };
}
