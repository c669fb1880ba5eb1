#!/usr/bin/env node
// First of all, and without top-level await, so that an old Node gets as far as the sentence that says so.
import './check-node.cjs';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../bundle/main.js', import.meta.url);
if (existsSync(fileURLToPath(built))) import(built.href);
else {
  process.stderr.write('refrain is not built yet: run `npm run build` in the project first.\n');
  process.exitCode = 2;
}
