import { ElMessage } from 'element-plus';
import type { RouteLocationNormalized, Router } from 'vue-router';
import { askWhetherOnline, online } from '../api/connection.ts';
import { t } from '../i18n/words.ts';

/** Which page was fetched anew last, so that one that is truly broken is not fetched for ever. */
const LAST = 'fetched-anew';

/**
 * Pages come when they are gone to. One that does not come is not left silent: without a network it is said; with one,
 * the program has been renewed meanwhile, and is fetched anew at that page.
 */
export function fetchAnew(router: Router): void {
  router.onError((_error, to: RouteLocationNormalized, from: RouteLocationNormalized) => {
    void open(to.fullPath).then((isComing) => {
      // At the very beginning there is no page to stay on.
      if (!isComing && from.matched.length === 0 && to.path !== '/') void router.replace('/');
    });
  });
  router.afterEach(() => sessionStorage.removeItem(LAST));
}

/** Whether the page is on its way now. */
async function open(path: string): Promise<boolean> {
  await askWhetherOnline();
  if (!online.value || sessionStorage.getItem(LAST) === path) {
    ElMessage.error({ message: t('problem.pageMissing'), grouping: true });
    return false;
  }
  sessionStorage.setItem(LAST, path);
  location.hash = path;
  location.reload();
  return true;
}
