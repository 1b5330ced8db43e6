import './device/old-phones.ts';
import '../../../libs/look/tokens.css';
import './base.css';
import { createApp } from 'vue';
import App from './App.vue';
import { applySettings } from './device/settings.ts';

applySettings(document.documentElement);
createApp(App).mount('#app');
