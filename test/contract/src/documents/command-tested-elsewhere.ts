/** A documented command that another test or CI runs. */
export interface CommandTestedElsewhere {
  readonly command: RegExp;
  /** Path of the file that runs the command, from the project's folder. */
  readonly file: string;
  readonly holds: string;
}

const ci = '.ci/run';
const observed = 'test/e2e/src/observed/observed.system.test.ts';
const readme = 'test/e2e/src/operate/readme.system.test.ts';

/** Commands that take long, need a browser or a person, or change the project itself. */
export const commandsTestedElsewhere: readonly CommandTestedElsewhere[] = [
  {
    command: /^git clone /u,
    file: readme,
    holds: "readCommandsBelowHeading('docs/first-instance.md', 'Your first instance')",
  },
  { command: /^npm ci$/u, file: ci, holds: 'npm ci' },
  { command: /^npm ci && npm test$|^npm test$/u, file: ci, holds: 'npm test' },
  { command: /^npm run check$/u, file: ci, holds: 'npm run --silent check:static' },
  {
    command: /^npm run build$|^npm ci && npm run build$/u,
    file: 'package.json',
    holds: '"test": "npm run --silent build',
  },
  { command: /^npm run check:types$/u, file: 'package.json', holds: 'npm run --silent check:types' },
  { command: /^npm run check:format$/u, file: 'package.json', holds: 'npm run --silent check:format' },
  { command: /^npm run check:lint$/u, file: 'package.json', holds: 'npm run --silent check:lint' },
  { command: /^npm run docs$/u, file: 'package.json', holds: 'npm run --silent docs' },
  { command: /npm run demo$/u, file: 'test/e2e/src/page/demo-setup.ts', holds: "'demo'" },
  {
    command: /^npm run demo -- --reset$/u,
    file: 'infra/local/src/demo/reset.system.test.ts',
    holds: "'demo', '--reset'",
  },
  { command: /^npm start$/u, file: readme, holds: "walk.start('npm start')" },
  { command: /^curl -s http:\/\/127\.0\.0\.1:9464\//u, file: observed, holds: "['healthz', 'readyz']" },
  { command: /^grep -h '"traceId":/u, file: observed, holds: 'line.traceId === traceId' },
  {
    command: /^promtool test rules /u,
    file: 'test/e2e/src/observed/alerts.system.test.ts',
    holds: "promtool('test', 'rules'",
  },
  { command: /connect github .*--app$/u, file: readme, holds: '--app$' },
  {
    command: /connect pagerduty .*--app-id /u,
    file: 'test/e2e/src/connect-pagerduty-app.system.test.ts',
    holds: "'--app-id'",
  },
  { command: /^npm run --silent backup -- /u, file: readme, holds: 'npm run --silent backup -- ' },
  { command: /^npm run --silent restore -- /u, file: readme, holds: "run('npm run --silent restore -- <folder>')" },
  { command: /^npm run --silent new-key$/u, file: readme, holds: "run('npm run --silent new-key')" },
  {
    command: /^(?:pg_dump|createdb|pg_restore) /u,
    file: 'test/e2e/src/operate/dump.system.test.ts',
    holds: "['pg_dump', 'createdb', 'pg_restore']",
  },
];

/** A documented command that no test runs. CONTRIBUTING.md must list the command's `program`. */
export interface UntestedCommand {
  readonly command: RegExp;
  readonly program: string;
  /** File of the test that replaces running the command, and a text that the file must contain. */
  readonly instead: readonly [file: string, holds: string] | null;
}

const image = 'test/e2e/src/operate/image.system.test.ts';
const chart = ['test/e2e/src/operate/chart.system.test.ts', 'with the options of docs/deploy.md'] as const;
const unit = ['infra/local/src/run/run-start.system.test.ts', "'infra/local/dist/main.js'"] as const;

export const untestedCommands: readonly UntestedCommand[] = [
  // The named test stages the same files as the Dockerfile and runs each role without privileges.
  { command: /^docker build /u, program: 'docker', instead: [image, 'await copyImageFiles(root, image)'] },
  // The named test reads compose.yaml and runs the roles in that file.
  {
    command: /docker compose(?: |$)/u,
    program: 'docker compose',
    instead: ['test/e2e/src/operate/compose.system.test.ts', "test('compose runs every role of the image'"],
  },
  // The named test renders the chart with the documented options and checks the keys of its secret.
  { command: /^kubectl create secret /u, program: 'kubectl', instead: chart },
  { command: /^kubectl (?:logs|exec) /u, program: 'kubectl', instead: [image, "runToEnd(['refrain', "] },
  { command: /^helm install(?: |$)/u, program: 'helm install', instead: chart },
  // The named test reads the systemd unit, which starts the same command as other tests.
  { command: /\bsudo systemctl /u, program: 'systemctl', instead: unit },
  { command: /^journalctl /u, program: 'journalctl', instead: unit },
  { command: /^0 3 \* \* \* /u, program: 'cron', instead: [readme, 'npm run --silent backup -- '] },
  { command: /^apt install /u, program: 'apt', instead: null },
  // Both commands query the npm registry, which does not have @refrain/client yet.
  { command: /^npm audit(?: |$)/u, program: 'npm audit', instead: null },
  {
    command: /^npm install @refrain\/client$/u,
    program: 'npm install @refrain/client',
    instead: ['test/contract/src/client.test.ts', "from '@refrain/client'"],
  },
];
