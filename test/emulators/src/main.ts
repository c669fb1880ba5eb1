import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError, parseInput, toAppError } from '@refrain/domain';
import { z } from 'zod';
import { startGitHubEmulator } from './github/start-github-emulator.ts';
import { startPagerDutyEmulator } from './pagerduty/start-pagerduty-emulator.ts';
import type { World } from './world.ts';

const usage = `Usage: node test/emulators/dist/main.js --world FILE.json --github-token T --pagerduty-token T [options]

Serves an emulated GitHub and an emulated PagerDuty and prints {"github": URL, "pagerduty": URL} when both listen.

  --world FILE              the organisation, as JSON {github, pagerduty}
  --github-token T          the token that the emulated GitHub accepts
  --pagerduty-token T       the key that the emulated PagerDuty accepts
  --github-port N           default: any free port
  --pagerduty-port N        default: any free port
  --state-dir DIR           keep what is written from one run to the next
  --github-limit N          requests an hour (default 15000, as GitHub Enterprise Cloud; github.com gives a user 5000), or off
  --pagerduty-limit N       requests a minute (default 6000; PagerDuty gives a key 960), or off
  --pagerduty-app ID:SECRET an app that may ask for tokens, with every scope that Refrain uses
  --help                    this text
`;

const Port = z.coerce.number().int().min(0).max(65_535).default(0);
const Limit = z
  .union([z.literal('off'), z.coerce.number().int().positive()])
  .transform((limit) => (limit === 'off' ? limit : { requests: limit }));
const appScopes = [
  'abilities.read',
  'change_events.read',
  'incidents.read',
  'incidents.write',
  'priorities.read',
  'services.read',
  'webhook_subscriptions.read',
  'webhook_subscriptions.write',
];
const App = z
  .string()
  .regex(/^[^:]+:.+$/u, 'give ID:SECRET')
  .transform((text) => ({
    clientId: text.slice(0, text.indexOf(':')),
    clientSecret: text.slice(text.indexOf(':') + 1),
    scopes: appScopes,
  }));
const Arguments = z.object({
  world: z.string({ error: 'specify the file of the organisation' }),
  'github-token': z.string({ error: 'specify the token that GitHub accepts' }).min(1),
  'pagerduty-token': z.string({ error: 'specify the key that PagerDuty accepts' }).min(1),
  'github-port': Port,
  'pagerduty-port': Port,
  'state-dir': z.string().optional(),
  'github-limit': Limit.default({ requests: 15_000 }),
  'pagerduty-limit': Limit.default({ requests: 6_000 }),
  'pagerduty-app': App.optional(),
});

function readArguments(): z.output<typeof Arguments> | null {
  const text = { type: 'string' } as const;
  const options = {
    world: text,
    'github-token': text,
    'pagerduty-token': text,
    'github-port': text,
    'pagerduty-port': text,
    'state-dir': text,
    'github-limit': text,
    'pagerduty-limit': text,
    'pagerduty-app': text,
    help: { type: 'boolean' },
  } as const;
  try {
    const { values } = parseArgs({ options });
    return values.help === true ? null : parseInput(Arguments, values, 'the arguments');
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('invalid_input', `${message} (see --help)`, { cause });
  }
}

const WorldFile = z.looseObject({
  github: z.looseObject({ organisation: z.string(), repositories: z.array(z.looseObject({ name: z.string() })) }),
  pagerduty: z.looseObject({
    services: z.array(z.unknown()),
    users: z.array(z.unknown()),
    incidents: z.array(z.unknown()),
  }),
});

function readWorld(path: string): World {
  try {
    return parseInput(WorldFile, JSON.parse(readFileSync(path, 'utf8')), 'the organisation') as unknown as World;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('invalid_input', `Cannot use ${path}: ${message}`, { cause });
  }
}

async function run(): Promise<void> {
  const given = readArguments();
  if (given === null) {
    process.stdout.write(usage);
    return;
  }
  const world = readWorld(given.world);
  const stateFile = (name: string) =>
    given['state-dir'] === undefined ? {} : { stateFile: join(given['state-dir'], name) };
  const github = await startGitHubEmulator({
    world: world.github,
    token: given['github-token'],
    keptExchanges: 0,
    port: given['github-port'],
    limits: given['github-limit'],
    ...stateFile('github.json'),
  });
  const pagerduty = await startPagerDutyEmulator({
    world: world.pagerduty,
    token: given['pagerduty-token'],
    keptExchanges: 0,
    port: given['pagerduty-port'],
    limits: given['pagerduty-limit'],
    ...(given['pagerduty-app'] === undefined ? {} : { app: given['pagerduty-app'] }),
    ...stateFile('pagerduty.json'),
  });
  const close = (): void => {
    void Promise.all([github.close(), pagerduty.close()]).then(() => process.exit(0));
  };
  process.once('SIGTERM', close).once('SIGINT', close).once('disconnect', close);
  const addresses = { github: github.url, pagerduty: pagerduty.url };
  process.stdout.write(`${JSON.stringify(addresses)}\n`);
  process.send?.({ ready: true, ...addresses });
}

run().catch((thrown: unknown) => {
  process.stderr.write(`${toAppError(thrown).message}\n`);
  process.exit(1);
});
