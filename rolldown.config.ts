import { existsSync } from 'node:fs';
import { defineConfig } from 'rolldown';

// Bundles each process into few files, because Node would otherwise load a thousand modules in each process and thread.

const threads = {
  'index-worker': 'dist/search/index-worker.js',
  'map-worker': 'dist/measurement/map-worker.js',
  'wording-worker': 'dist/search/wording-worker.js',
  'catalogue-worker': 'dist/catalogue/catalogue-worker.js',
  'precheck-worker': 'dist/precheck/precheck-worker.js',
  'pipeline-thread': 'dist/pipeline-thread.js',
  'embedding-process': '../../packages/embedding/dist/embedding-process.js',
  'fill-lists-thread': '../../packages/analysis/dist/patterns/clustering/fill-lists-thread.js',
};

/** Packages that cannot be bundled: they find files by their own location, or exist only on some platforms. */
const external = [
  /^piscina$/u,
  /^@bull-board\/ui/u,
  /^swagger-ui-dist/u,
  /^pg-native$/u,
  /^msgpackr-extract$/u,
  /^onnxruntime-/u,
];

export default defineConfig({
  input: {
    main: 'dist/main.js',
    ...Object.fromEntries(Object.entries(threads).filter(([, file]) => existsSync(file))),
  },
  external,
  platform: 'node',
  output: { dir: 'bundle', format: 'esm', sourcemap: true, cleanDir: true },
  logLevel: 'warn',
});
