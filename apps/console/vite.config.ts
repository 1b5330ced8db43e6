import vue from '@vitejs/plugin-vue';
import { resolve } from 'node:path';
import elementPlus from 'unplugin-element-plus/vite';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import components from 'unplugin-vue-components/vite';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const api = process.env['API_URL'] ?? 'http://127.0.0.1:3000';
const proxy = {
  ...Object.fromEntries(['/exports', '/files', '/healthz', '/papers', '/public'].map((path) => [path, api])),
  '/graphql': { target: api, ws: true },
};

export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  // Element Plus comes in piece by piece: only what a template names, with its style.
  plugins: [
    vue(),
    components({ dts: false, dirs: [], resolvers: [ElementPlusResolver({ importStyle: 'css' })] }),
    elementPlus({}),
    VitePWA({
      registerType: 'autoUpdate',
      injectRegister: null,
      manifest: false,
      workbox: {
        skipWaiting: true,
        clientsClaim: true,
        // Nothing is fetched ahead: a phone at a gate pays for the pages it opens, and keeps those.
        globPatterns: [],
        navigateFallback: null,
        runtimeCaching: [
          {
            // The newest where there is a network: what it leads to may be gone from the server tomorrow.
            urlPattern: ({ url, sameOrigin }) => sameOrigin && url.pathname === '/console/',
            handler: 'NetworkFirst',
            options: { cacheName: 'console-page', networkTimeoutSeconds: 5, expiration: { maxEntries: 1 } },
          },
          {
            urlPattern: ({ url, sameOrigin }) =>
              sameOrigin && /^\/console\/(assets\/|sign\.svg$)/.test(url.pathname),
            handler: 'CacheFirst',
            options: { cacheName: 'console-assets', expiration: { maxEntries: 400 } },
          },
        ],
      },
    }),
  ],
  resolve: { conditions: ['shelter-source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: resolve(import.meta.dirname, '../../dist/console'),
    emptyOutDir: true,
    // The size test reads which files the first page needs.
    manifest: true,
    reportCompressedSize: false,
  },
  server: { proxy },
  preview: { proxy },
});
