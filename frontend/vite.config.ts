import { fileURLToPath } from 'node:url';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { icuMessages } from './scripts/icu-messages.mjs';

const api = process.env.HAMKOR_API ?? 'http://127.0.0.1:8080';
// The service compares the browser's Origin with its own address.
const proxy = { '/api': { target: api, changeOrigin: true, headers: { origin: new URL(api).origin } } };

export default defineConfig({
  plugins: [tanstackRouter(), react(), icuMessages()],
  resolve: { alias: { '~': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { proxy },
  preview: {
    proxy,
    headers: {
      'Content-Security-Policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    },
  },
  css: { transformer: 'lightningcss' },
  build: {
    target: 'es2023',
    cssTarget: ['chrome125', 'firefox128', 'safari18'],
    cssMinify: 'lightningcss',
    assetsInlineLimit: 0,
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every page needs; the rest of node_modules goes where it is used.
            { name: 'vendor', test: /node_modules\/(react|react-dom|scheduler|@tanstack|openapi-fetch)\// },
            // What every page of ours needs. The styles come first: they set the order of the layers.
            {
              name: 'kit',
              test: /src\/(styles|lib|i18n\/(?!feature)[a-z0-9-]+\.tsx?$|api\/(?!limits)|ui\/(button|page|states|problem-state|toast)|entities\/(session|record-text|instrument\/stages|exchange\/statuses|project\/statuses))/,
            },
            { name: 'widgets', test: /src\/ui\/(?!combobox|calendar)/, minShareCount: 2 },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test-setup.ts'],
  },
});
