import { projectFolder } from '@refrain/local';

/** What commands of documents are run against. */
export interface DocumentedWorld {
  readonly github: Account;
  readonly pagerduty: Account;
  /** The address of somebody who takes what is sent to a webhook. */
  readonly subscriber: string;
  /** Whether what is queued is worked on, and may be waited for. */
  readonly hasWorkers: boolean;
  /** What the API lists there. */
  list<T>(path: string): Promise<readonly T[]>;
}

interface Account {
  readonly account: string;
  readonly url: string;
}

/** What `<id>` stands for, by the command that it is given to: the list that has it. */
const lists: readonly (readonly [RegExp, string])[] = [
  [/refrain correct undo </u, '/v1/corrections?limit=1'],
  [/refrain (?:patterns|correct \w+) </u, '/v1/patterns'],
  [/refrain (?:failures|correct not-a-failure) </u, '/v1/failures?limit=1'],
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
  /** Of a write. */
  readonly isUndoable?: boolean;
  /** Of a user, who has a role too. */
  readonly name?: string;
  readonly role?: string;
  /** Of a subscription. */
  readonly kind?: string;
  readonly events?: readonly string[];
  /** Of an erasure, among others. */
  readonly state?: string;
}

/** What may be in the place of `<id>`: of several what can be taken back, was added by a document, has a report, or is done. */
function isMeant({ id, isUndoable = true, name, role, kind, events, state }: Thing): boolean {
  const isAdded = role === undefined || name === 'Ann Archer';
  const isReceived = events === undefined || (kind === 'webhook' && events.includes('digest_written'));
  return isUndoable && isAdded && isReceived && state !== 'pending' && id !== 'p2';
}

/** A command of a document with the accounts, files and ids of the world that runs. */
export async function fillCommand(command: string, world: DocumentedWorld): Promise<string> {
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
    // Of what is named alone it is seen that it is there.
    .replace(/^npx refrain (?:dead-letters|import|writes undo|erase lift)$/u, '$& --help')
    .replace(/^npx refrain connect <provider>$/u, 'npx refrain connect --help')
    .replace(/^cd (\S+)$/u, `cd '${projectFolder}/$1' && pwd`)
    .replace('name=value …', 'dryRun=true')
    .replace('erase person …', 'erase person "Ann Archer"')
    .replace(/^npm run --silent sbom/u, `npm run --silent --prefix '${projectFolder}' sbom`)
    .replace(/^curl -N /u, 'curl -i -N --max-time 2 ')
    .replace(/^curl /u, 'curl -sS --fail-with-body ');
  return /<[\w-]+>/u.test(filled) ? filled.replace(/<[\w-]+>/u, await findId(filled, world)) : filled;
}

async function findId(command: string, { list }: DocumentedWorld): Promise<string> {
  const path = lists.find(([pattern]) => pattern.test(command))?.[1];
  if (path === undefined) throw new Error(`What stands for the id in: ${command}? Say it in fill-command.ts.`);
  const id = (await list<Thing>(path)).find(isMeant)?.id;
  if (id === undefined) throw new Error(`There is nothing in ${path} for: ${command}`);
  return id;
}
