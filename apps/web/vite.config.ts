import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

/** `npx vite` in this folder shows what is being written; what it asks is answered by the Refrain at `REFRAIN_URL`. */
export default defineConfig(({ mode }) => ({
  plugins: [react()],
  build: { outDir: 'dist/page', emptyOutDir: true },
  server: { proxy: proxyTo(loadEnv(mode, import.meta.dirname, 'REFRAIN_').REFRAIN_URL) },
}));

function proxyTo(target: string | undefined) {
  // Whole parts of a path: `/connections` is a page, `/connect/…` is not.
  return target === undefined ? {} : { '^/(?:v1|sign-in|connect|queues)(?:/|$)': { target } };
}
