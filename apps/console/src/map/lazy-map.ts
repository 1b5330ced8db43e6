import { defineAsyncComponent } from 'vue';

/** The map and Leaflet, fetched when a page first shows one. */
export const LazyMap = defineAsyncComponent(() => import('./ShelterMap.vue'));
