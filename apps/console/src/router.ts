import { ElMessage } from 'element-plus';
import { createRouter, createWebHashHistory, type RouteLocationNormalized } from 'vue-router';
import { t, type MessageKey } from './i18n/words.ts';
import { NIGHT_ROUTES } from './activation/night-routes.ts';
import { forgetMe } from './session/kept-me.ts';
import { mayEver, officer } from './session/session.ts';
import type { ActName } from '#regulation/authority';

declare module 'vue-router' {
  interface RouteMeta {
    title: MessageKey;
    /** Readable without signing in. */
    open?: boolean;
    /** Without rail and header: for a wall. */
    bare?: boolean;
    /** The office must do one of these acts somewhere. */
    acts?: readonly ActName[];
  }
}

// Hash routing: nothing to configure behind any web server.
export const router = createRouter({
  history: createWebHashHistory('/console/'),
  // A page that is told which field to stand on goes there itself.
  scrollBehavior: (to, _from, saved) => saved ?? (to.query['field'] ? false : { top: 0 }),
  routes: [
    {
      path: '/sign-in',
      component: () => import('./session/SignInPage.vue'),
      meta: { title: 'signIn.title', open: true },
    },
    {
      path: '/first-run',
      component: () => import('./session/FirstRunPage.vue'),
      meta: { title: 'firstRun.title', open: true },
    },
    { path: '/', component: () => import('./my-work/WorkPage.vue'), meta: { title: 'work.title' } },
    {
      path: '/shelters',
      component: () => import('./registry/RegistryPage.vue'),
      meta: { title: 'registry.title', acts: ['readRegistry'] },
    },
    {
      path: '/shelters/:code',
      component: () => import('./registry/ShelterPage.vue'),
      props: true,
      meta: { title: 'registry.title', acts: ['readRegistry'] },
    },
    {
      path: '/shelters/:code/versions/:version',
      component: () => import('./registry/VersionPage.vue'),
      props: true,
      meta: { title: 'shelter.versions', acts: ['readRegistry'] },
    },
    {
      path: '/shelters/:code/correct',
      component: () => import('./registry/CorrectPage.vue'),
      props: true,
      meta: { title: 'correct.title', acts: ['correctShelter'] },
    },
    {
      path: '/shelters/:code/rebuild',
      component: () => import('./rebuild/GiveNoticePage.vue'),
      props: true,
      meta: { title: 'rebuild.give', acts: ['giveRebuildNotice'] },
    },
    {
      path: '/deregistrations',
      component: () => import('./deregistration/DeregistrationsPage.vue'),
      meta: { title: 'leaving.list', acts: ['readFilings'] },
    },
    {
      path: '/rebuilds',
      component: () => import('./rebuild/RebuildsPage.vue'),
      meta: { title: 'rebuild.title', acts: ['readFilings'] },
    },
    {
      path: '/rebuilds/:id/amend',
      component: () => import('./rebuild/AmendNoticePage.vue'),
      props: true,
      meta: { title: 'rebuild.amend', acts: ['giveRebuildNotice'] },
    },
    {
      path: '/corrections',
      component: () => import('./my-work/CorrectionsPage.vue'),
      meta: { title: 'corrections.title', acts: ['readRegistry'] },
    },
    {
      path: '/filings',
      component: () => import('./filing/FilingsPage.vue'),
      meta: { title: 'filings.title', acts: ['readFilings'] },
    },
    {
      path: '/filings/new',
      component: () => import('./filing/NewFilingPage.vue'),
      meta: { title: 'newFiling.title', acts: ['draftFiling'] },
    },
    {
      path: '/filings/:id',
      component: () => import('./filing/FilingPage.vue'),
      props: true,
      meta: { title: 'filings.title', acts: ['readFilings'] },
    },
    {
      path: '/inspections',
      component: () => import('./inspection/InspectionsPage.vue'),
      meta: { title: 'inspections.title', acts: ['readRegistry'] },
    },
    {
      path: '/inspections/defects/:id',
      component: () => import('./inspection/DefectPage.vue'),
      props: true,
      meta: { title: 'inspections.view.defects', acts: ['readRegistry'] },
    },
    {
      path: '/inspections/:kind(self|supervision|drill)/:code',
      component: () => import('./inspection/RecordPage.vue'),
      props: true,
      meta: {
        title: 'inspections.title',
        acts: ['recordInspection', 'carryOutInspection', 'recordDrill'],
      },
    },
    {
      path: '/import',
      component: () => import('./import/ImportPage.vue'),
      meta: { title: 'import.title', acts: ['importList'] },
    },
    {
      path: '/import/:id',
      component: () => import('./import/RunPage.vue'),
      props: true,
      meta: { title: 'import.title', acts: ['importList'] },
    },
    {
      path: '/publication',
      component: () => import('./publication/PublicationPage.vue'),
      meta: { title: 'publication.title', acts: ['readRegistry'] },
    },
    {
      path: '/publication/editions/:number',
      component: () => import('./publication/EditionPage.vue'),
      props: true,
      meta: { title: 'publication.view.editions', acts: ['readRegistry'] },
    },
    ...NIGHT_ROUTES,
    {
      path: '/gate/:activationShelterId',
      component: () => import('./gate/GatePage.vue'),
      props: true,
      meta: { title: 'gate.title' },
    },
    {
      path: '/settings',
      component: () => import('./settings/SettingsPage.vue'),
      meta: { title: 'settings.title', acts: ['keepPeople', 'keepOrganisations'] },
    },
    { path: '/me', component: () => import('./account/AccountPage.vue'), meta: { title: 'account.title' } },
    {
      path: '/:rest(.*)*',
      component: () => import('./shell/NotFoundPage.vue'),
      meta: { title: 'notFound.title' },
    },
  ],
});

/** Whether the officer’s office has anything to do on a page. */
export function mayVisit(meta: RouteLocationNormalized['meta']): boolean {
  return !meta.acts || meta.acts.some(mayEver);
}

router.beforeEach((to) => {
  if (to.meta.open) return true;
  if (!officer.value) return { path: '/sign-in', query: to.fullPath === '/' ? {} : { back: to.fullPath } };
  if (mayVisit(to.meta)) return true;
  ElMessage.warning({ message: t('problem.otherOffice'), grouping: true });
  return '/';
});

router.afterEach((to, from) => {
  document.title = `${t(to.meta.title)} · ${t('product')}`;
  // A new page is read from its beginning, also by those who hear it.
  if (to.path !== from.path) document.getElementById('main')?.focus({ preventScroll: true });
});

/** The session is over: to the sign-in page, and back afterwards to where one was. */
export function leaveForSignIn(): void {
  const here = router.currentRoute.value;
  if (here.meta.open) return;
  officer.value = null;
  forgetMe();
  void router.replace({ path: '/sign-in', query: { ended: '1', back: here.fullPath } });
}
