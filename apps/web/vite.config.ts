import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the API listens while the web runs with hot reload. */
const apiAddress = process.env.PHANCONG_API ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2023',
    sourcemap: true,
    reportCompressedSize: true,
    rolldownOptions: {
      output: {
        // What every screen needs travels together: one file packs better than seven.
        codeSplitting: {
          groups: [
            {
              name: 'frame',
              test: /node_modules\/(react|react-dom|scheduler|i18next|react-i18next|use-sync-external-store|@tanstack\/(react-router|router-core|history|react-query|query-core|store|react-store))\//,
            },
          ],
        },
      },
    },
  },
  server: { port: 5173, proxy: { '/api': { target: apiAddress, changeOrigin: true } } },
});
