import type { RouteRecordRaw } from 'vue-router';

/** The pages of 启用: each is fetched when it is first opened. */
export const NIGHT_ROUTES: RouteRecordRaw[] = [
  {
    path: '/activations',
    component: () => import('./ActivationsPage.vue'),
    meta: { title: 'activation.title', acts: ['readRegistry'] },
  },
  {
    path: '/activations/decide',
    component: () => import('./DecidePage.vue'),
    meta: { title: 'decide.title', acts: ['decideActivation'] },
  },
  {
    path: '/activations/propose',
    component: () => import('./ProposePage.vue'),
    meta: { title: 'propose.title', acts: ['proposeActivation'] },
  },
  {
    path: '/activations/:id',
    component: () => import('../board/BoardPage.vue'),
    props: true,
    meta: { title: 'board.title', acts: ['readRegistry'] },
  },
  {
    path: '/activations/:id/amend',
    component: () => import('./AmendPage.vue'),
    props: true,
    meta: { title: 'board.amend', acts: ['amendActivation'] },
  },
  {
    path: '/wall/:id',
    component: () => import('../board/WallPage.vue'),
    props: true,
    meta: { title: 'board.wall', acts: ['readRegistry'], bare: true },
  },
  {
    path: '/duties',
    component: () => import('../duties/MyDutiesPage.vue'),
    meta: { title: 'duties.title', acts: ['acknowledgeDuty'] },
  },
  {
    path: '/open',
    component: () => import('./MyOpenSheltersPage.vue'),
    meta: { title: 'site.mine', acts: ['reportShelterStatus', 'runVolunteerStation'] },
  },
  {
    path: '/open/:id',
    component: () => import('./SitePage.vue'),
    props: true,
    meta: { title: 'site.title', acts: ['readRegistry'] },
  },
  {
    path: '/closure',
    component: () => import('../closure/ClosurePage.vue'),
    meta: { title: 'closure.title', acts: ['readRegistry'] },
  },
  {
    path: '/closure/:id',
    component: () => import('../closure/ClosingTaskPage.vue'),
    props: true,
    meta: { title: 'closure.title', acts: ['readRegistry'] },
  },
  {
    path: '/roster',
    component: () => import('../duties/RosterPage.vue'),
    meta: { title: 'roster.title', acts: ['readRegistry'] },
  },
];
