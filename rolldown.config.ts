import { existsSync } from 'node:fs';
import { defineConfig } from 'rolldown';

// Each process in one file, with what its threads share in others beside it, out of what `tsc` made of it: Node
// reads and links some thousand modules else before a process does anything, anew in each of its threads.

const threads = {
  'index-worker': 'dist/search/index-worker.js',
  'map-worker': 'dist/measurement/map-worker.js',
  'wording-worker': 'dist/search/wording-worker.js',
  'catalogue-worker': 'dist/catalogue/catalogue-worker.js',
  'precheck-worker': 'dist/precheck/precheck-worker.js',
  'pipeline-thread': 'dist/pipeline-thread.js',
  'fill-lists-thread': '../../packages/analysis/dist/patterns/clustering/fill-lists-thread.js',
};

/** What finds its own files by where it lies, or is there only where it could be compiled. */
const external = [/^piscina$/u, /^@bull-board\/ui/u, /^swagger-ui-dist/u, /^pg-native$/u, /^msgpackr-extract$/u];

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
