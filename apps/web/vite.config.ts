import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv, type Plugin } from 'vite';

/** `npx vite` in this folder serves the web app for development, with the API of the installation at `REFRAIN_URL`. */
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

/** Smaller files are not compressed, because they fit into one network packet anyway. */
const minCompressedBytes = 1_000;

/** Writes a compressed copy of each script and style sheet, at the highest compression level. The API serves these copies. */
function compress(): Plugin {
  const encodings = [
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
          if (content.length < minCompressedBytes) return;
          for (const [extension, pack] of encodings)
            await writeFile(join(dir, `${name}${extension}`), await pack(content));
        }),
      );
    },
  };
}
