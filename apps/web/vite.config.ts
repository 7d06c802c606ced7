import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the API listens while the web runs with hot reload. */
const apiAddress = process.env.PHANCONG_API ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  build: { target: 'es2023', sourcemap: true, reportCompressedSize: true },
  server: { port: 5173, proxy: { '/api': { target: apiAddress, changeOrigin: true } } },
});
