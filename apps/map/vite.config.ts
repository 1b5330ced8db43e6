import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/** Where a server runs while one works on the page; the built page is served by the server itself. */
const API = process.env['API_URL'] ?? 'http://127.0.0.1:3000';
const proxy = Object.fromEntries(['/graphql', '/public', '/files'].map((path) => [path, API]));

export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  base: '/',
  resolve: {
    conditions: ['shelter-source', 'module', 'browser', mode === 'production' ? 'production' : 'development'],
  },
  // Phones of five years ago must open it, also those that no longer get updates.
  build: {
    outDir: '../../dist/map',
    emptyOutDir: true,
    target: ['es2019', 'chrome79', 'safari13'],
    // Leaflet's own marker pictures are never shown: inside the style sheet everybody would load them.
    assetsInlineLimit: 0,
  },
  define: { __VUE_OPTIONS_API__: false },
  server: { proxy },
  preview: { proxy },
  plugins: [
    vue(),
    VitePWA({
      registerType: 'autoUpdate',
      injectRegister: 'script-defer',
      manifest: {
        name: '应急避难场所',
        short_name: '避难场所',
        description: '最近的应急避难场所：有多远、往哪走、能不能用。没有网络也能打开。',
        lang: 'zh-CN',
        start_url: '/',
        display: 'standalone',
        background_color: '#f6f8fa',
        theme_color: '#0b6e4f',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
        ],
      },
      workbox: {
        // The first visit is already kept, and a new version takes over at the next.
        skipWaiting: true,
        clientsClaim: true,
        globPatterns: ['**/*.{js,css,html,svg,webmanifest}', 'icon-*.png'],
        navigateFallback: '/index.html',
        // Only the residents' own addresses: everything else on this origin belongs to the server.
        navigateFallbackAllowlist: [/^\/$/, /^\/index\.html$/, /^\/s\//],
        runtimeCaching: [
          {
            urlPattern: ({ url, sameOrigin }) => sameOrigin && url.pathname === '/public/v1/shelters.geojson',
            handler: 'NetworkFirst',
            options: { cacheName: 'public-list', networkTimeoutSeconds: 8, expiration: { maxEntries: 1 } },
          },
        ],
      },
    }),
  ],
}));
