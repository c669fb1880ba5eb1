import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv, type Plugin } from 'vite';

/** `npx vite` in this folder shows what is being written; what it asks is answered by the Refrain at `REFRAIN_URL`. */
export default defineConfig(({ mode }) => ({
  plugins: [react(), compress()],
  build: { outDir: 'dist/page', emptyOutDir: true, manifest: true },
  server: { proxy: proxyTo(loadEnv(mode, import.meta.dirname, 'REFRAIN_').REFRAIN_URL) },
}));

function proxyTo(target: string | undefined) {
  return target === undefined
    ? {}
    : Object.fromEntries(['/v1', '/sign-in', '/connect', '/queues'].map((path) => [path, { target }]));
}

/** What is smaller is one packet either way. */
const worthBytes = 1_000;

/** Leaves each script and style sheet compressed beside it, which the API serves: once here, and as small as it gets. */
function compress(): Plugin {
  const ways = [
    ['.br', promisify(brotliCompress)],
    ['.gz', promisify(gzip)],
  ] as const;
  return {
    name: 'compress',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const files = Object.keys(bundle).filter((name) => /^assets\/.*\.(?:js|css)$/u.test(name));
      await Promise.all(
        files.map(async (name) => {
          const content = await readFile(join(dir, name));
          if (content.length < worthBytes) return;
          for (const [ending, pack] of ways) await writeFile(join(dir, `${name}${ending}`), await pack(content));
        }),
      );
    },
  };
}
