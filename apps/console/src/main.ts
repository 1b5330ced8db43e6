import 'element-plus/theme-chalk/base.css';
import '../../../libs/look/tokens.css';
import './console.css';
import urql from '@urql/vue';
import { createApp } from 'vue';
import { client, onSessionEnded } from './api/client.ts';
import { i18n } from './i18n/words.ts';
import App from './App.vue';
import { leaveForSignIn, router } from './router.ts';
import { fetchAnew } from './shell/fetch-anew.ts';
import { keepPages } from './shell/keep-pages.ts';
import { loadOfficer } from './session/session.ts';

onSessionEnded(leaveForSignIn);
fetchAnew(router);
await loadOfficer();
createApp(App).use(i18n).use(urql, client).use(router).mount('#app');
void keepPages();
