/** A command that the test of the documents does not run, since something else does. */
export interface Elsewhere {
  readonly command: RegExp;
  /** The file that runs it, from the project's folder, and what stands in it. */
  readonly file: string;
  readonly holds: string;
}

const ci = '.ci/run';
const backup = 'infra/local/src/backup/backup.test.ts';
const chart = 'test/e2e/src/operate/chart.test.ts';
const compose = 'test/e2e/src/operate/compose.test.ts';
const runStart = 'infra/local/src/run/run-start.test.ts';

/** What takes long, needs a browser or a person, or works on the project itself. */
export const elsewhere: readonly Elsewhere[] = [
  { command: /^npm ci$/u, file: ci, holds: 'npm ci' },
  { command: /^npm ci && npm test$|^npm test$/u, file: ci, holds: 'npm test' },
  { command: /^npm run check$/u, file: ci, holds: 'npm run --silent check:static' },
  { command: /^npm run e2e$/u, file: 'package.json', holds: '"e2e": "npm run --silent build' },
  { command: /^npm run build$/u, file: 'package.json', holds: '"test": "npm run --silent build' },
  { command: /^npm run docs$/u, file: 'package.json', holds: 'npm run --silent docs' },
  // VitePress's own server of what `npm run docs` builds.
  { command: /^npm run docs:show$/u, file: 'package.json', holds: '"docs:show": "vitepress dev docs' },
  { command: /npm run demo( -- --reset)?$/u, file: 'test/e2e/src/page/demo-setup.ts', holds: "'demo'" },
  { command: /npm start$/u, file: runStart, holds: "'start'" },
  {
    command: /^curl -s http:\/\/127\.0\.0\.1:9464\//u,
    file: 'test/e2e/src/observed/observed.test.ts',
    holds: "['healthz', 'readyz']",
  },
  {
    command: /^grep -h '"traceId":/u,
    file: 'test/e2e/src/observed/observed.test.ts',
    holds: 'line.traceId === traceId',
  },
  { command: /^npx vitest run /u, file: ci, holds: 'npm test' },
  // The server of whoever writes the page; what it serves is built for every test.
  { command: /npx vite$/u, file: 'apps/web/package.json', holds: 'vite build' },
  // It changes the tree that is tested.
  { command: /^git pull$/u, file: 'docs/upgrade.md', holds: 'git pull' },
  { command: /^npm install @refrain\/client$/u, file: 'test/contract/src/client.test.ts', holds: '@refrain/client' },
  { command: /connect github .*--app$/u, file: 'test/e2e/src/connect-github-app.test.ts', holds: "'--app'" },
  {
    command: /connect pagerduty .*--app-id /u,
    file: 'test/e2e/src/connect-pagerduty-app.test.ts',
    holds: "'--app-id'",
  },
  // Nothing runs Docker: the image's files are staged as its Dockerfile does it, and each role is run of them without rights.
  { command: /^docker build /u, file: 'test/e2e/src/operate/image.test.ts', holds: 'await stageImage(root, image)' },
  // Nor does anything run compose; its file is read, and runs the same roles.
  { command: /^cd infra\/docker$|^docker compose /u, file: compose, holds: "test('compose runs the same roles'" },
  // No cluster either: the chart is rendered as the document installs it, and asks for the keys of the secret that it makes.
  { command: /^kubectl create secret /u, file: chart, holds: 'as docs/deploy.md installs it' },
  { command: /^kubectl (?:logs|exec) /u, file: 'test/e2e/src/operate/image.test.ts', holds: "runToEnd(['refrain', " },
  { command: /^helm install /u, file: chart, holds: 'as docs/deploy.md installs it' },
  // Nothing runs systemd or cron: what the unit starts is what the tests start.
  { command: /^npm ci && npm run build$/u, file: 'package.json', holds: '"test": "npm run --silent build' },
  { command: /systemctl enable --now refrain$/u, file: runStart, holds: "'infra/local/dist/main.js'" },
  { command: /^journalctl --unit refrain$/u, file: runStart, holds: "'infra/local/dist/main.js'" },
  { command: /^0 3 \* \* \* .*npm run --silent backup -- /u, file: backup, holds: 'await backUp(' },
  // What the commands do is tested, not that npm starts them.
  { command: /^npm run --silent backup -- /u, file: backup, holds: 'await backUp(' },
  { command: /^npm run --silent restore -- /u, file: backup, holds: 'await restore(' },
  { command: /^npm run --silent new-key$/u, file: backup, holds: 'addKey(' },
  // Nothing runs PostgreSQL's own programs, which are no part of the project.
  { command: /^(?:pg_dump|createdb|pg_restore) /u, file: 'docs/operations.md', holds: 'pg_dump' },
  // It asks the registry, which no test does.
  { command: /^npm audit --omit dev$/u, file: 'docs/asvs.md', holds: 'which asks the registry; no test can' },
  { command: /eval -- reverts --input COMMITS/u, file: 'apps/cli/src/eval/eval-reverts.test.ts', holds: 'reverts' },
];
