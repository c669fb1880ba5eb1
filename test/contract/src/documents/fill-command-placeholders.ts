import { projectFolder } from '@refrain/local';

export interface PlaceholderValues {
  readonly github: Account;
  readonly pagerduty: Account;
  readonly subscriber: string;
  /** Whether workers process the queues, so that commands can wait for jobs. */
  readonly hasWorkers: boolean;
  list<T>(path: string): Promise<readonly T[]>;
}

interface Account {
  readonly account: string;
  readonly url: string;
}

/** Maps each command to the API path that lists the objects for its `<id>`. */
const lists: readonly (readonly [RegExp, string])[] = [
  [/refrain correct undo </u, '/v1/corrections?limit=1'],
  [/refrain correct (?:failure|not-a-failure|statement) </u, '/v1/failures?limit=1'],
  [/refrain (?:patterns|correct \w+) </u, '/v1/patterns'],
  [/refrain failures </u, '/v1/failures?limit=1'],
  [/refrain improvements \w+ </u, '/v1/improvements?state=proposed&limit=1'],
  [/refrain writes \w+ </u, '/v1/writes?state=done&limit=200'],
  [/refrain dead-letters \w+ </u, '/v1/dead-letters?limit=1'],
  [/refrain digests \w+ </u, '/v1/digests?limit=1'],
  [/refrain subscriptions \w+ </u, '/v1/subscriptions'],
  [/refrain users \w+ </u, '/v1/users'],
  [/refrain completeness </u, '/v1/connections'],
  [/refrain erase \w+ </u, '/v1/erasures'],
  [/\/v1\/connections\/</u, '/v1/connections'],
];

interface Thing {
  readonly id: string;
  readonly isUndoable?: boolean;
  /** Only users have both a name and a role; absent for other objects. */
  readonly name?: string;
  readonly role?: string;
  /** Only subscriptions have both a kind and events; absent for other objects. */
  readonly kind?: string;
  readonly events?: readonly string[];
  /** The state of an erasure or another long operation; absent for other objects. */
  readonly state?: string;
}

/**
 * Returns whether a command can use the object's id for `<id>`. Excludes writes that cannot be undone, users and subscriptions that no
 * document adds, and pending operations.
 */
function isMeant({ id, isUndoable = true, name, role, kind, events, state }: Thing): boolean {
  const isAdded = role === undefined || name === 'Ann Archer';
  const isReceived = events === undefined || (kind === 'webhook' && events.includes('digest_written'));
  return isUndoable && isAdded && isReceived && state !== 'pending' && id !== 'p2';
}

/** Replaces the placeholders of a documented command by accounts, files and ids of the installation. */
export async function fillCommandPlaceholders(command: string, world: PlaceholderValues): Promise<string> {
  const { github, pagerduty, subscriber, hasWorkers } = world;
  const filled = command
    .replace(/^npm run --silent eval -- /u, `node '${projectFolder}/test/eval/dist/main.js' `)
    .replace(/ F(?= |$)/u, ' incidents.jsonl')
    .replace(/ P(?= |$)/u, ' answers.jsonl')
    .replace(' FIELD', ' service')
    .replace(' COMMITS', ' commits.jsonl')
    .replace(' REVERTS', ' reverts.jsonl')
    .replace(' --base-url https://github.acme.example/api/v3', '')
    .replace(/connect github --account acme/u, `connect github --account ${github.account} --base-url ${github.url}`)
    .replace(/connect pagerduty/u, `connect pagerduty --account ${pagerduty.account} --base-url ${pagerduty.url}`)
    .replace('https://example.com/refrain', subscriber)
    .replace(/(refrain (?:backfill .*|keys rotate|erase .* --yes))$/u, hasWorkers ? '$1' : '$1 --no-wait')
    // The documents mention these commands without their arguments, so the test only requests their help.
    .replace(/^npx refrain (?:dead-letters|import|writes undo)$/u, '$& --help')
    .replace('connect <provider>', 'connect github --help')
    .replace(/^cd (\S+)$/u, `cd '${projectFolder}/$1' && pwd`)
    .replace('name=value …', 'dryRun=true')
    .replace('erase person …', 'erase person "Ann Archer"')
    .replace(/^npm run --silent sbom/u, `npm run --silent --prefix '${projectFolder}' sbom`)
    .replace(/^curl -N /u, 'curl -i -N --max-time 2 ')
    .replace(/^curl /u, 'curl -sS --fail-with-body ');
  return /<[\w-]+>/u.test(filled) ? filled.replace(/<[\w-]+>/u, await findId(filled, world)) : filled;
}

async function findId(command: string, { list }: PlaceholderValues): Promise<string> {
  const path = lists.find(([pattern]) => pattern.test(command))?.[1];
  if (path === undefined)
    throw new Error(
      `fill-command-placeholders.ts has no API path that lists objects for the <id> in: ${command}. Add one.`,
    );
  const id = (await list<Thing>(path)).find(isMeant)?.id;
  if (id === undefined) throw new Error(`${path} lists no suitable object for the <id> in: ${command}`);
  return id;
}
