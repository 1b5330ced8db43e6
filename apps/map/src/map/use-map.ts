import { onBeforeUnmount, onMounted, ref, shallowRef, watch, type Ref } from 'vue';
import type { DrawnMap, MapActs, MapScene } from './draw-map.ts';

/** Opens the map in an element (its code comes only now) and shows the scene in it as it changes. */
export function useMap(element: Ref<HTMLElement | null>, scene: Ref<MapScene>, acts: MapActs) {
  const drawn = shallowRef<DrawnMap | null>(null);
  const failed = ref(false);
  let isGone = false;

  async function open(): Promise<void> {
    const { drawMap } = await import('./draw-map.ts');
    if (isGone || !element.value) return;
    drawn.value = drawMap(element.value, acts);
    drawn.value.show(scene.value);
  }

  onMounted(() => {
    open().catch(() => (failed.value = true));
  });
  watch(scene, (next) => drawn.value?.show(next));
  onBeforeUnmount(() => {
    isGone = true;
    drawn.value?.remove();
  });
  return { drawn, failed };
}
