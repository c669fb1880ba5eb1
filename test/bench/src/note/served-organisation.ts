import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from '@refrain/local';
import { type StartedProcess, startScript } from '../start-process.ts';

/** An incident that began, by the clock of the process that plays PagerDuty, in milliseconds. */
export interface Triggered {
  /** When its webhook was sent. */
  readonly sentAt: number;
  /** When its note came in; null as long as it has none. */
  readonly notedAt: number | null;
}

export interface EarlierIncident {
  readonly id: string;
  readonly title: string;
  /** What the monitoring tool said. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** What the process of the emulators answers. */
export interface Served {
  readonly urls: { readonly github: string; readonly pagerduty: string };
  readonly organisation: string;
  readonly subdomain: string;
  /** E-mail address of a user. */
  readonly sender: string;
  /** Where it was asked for, the incidents that it had. */
  readonly earlier: readonly EarlierIncident[];
  /** That were written, several on one incident among them. */
  readonly notes: number;
  /** In the order of their beginning. */
  readonly triggered: readonly Triggered[];
}

export type ServedRequest = { readonly kind: 'introduce' | 'look' } | { readonly kind: 'trigger'; readonly id: string };

export interface ServedOrganisation extends Pick<StartedProcess, 'stop'> {
  introduce(): Promise<Served>;
  /** The same without the earlier incidents. */
  look(): Promise<Served>;
  /** Lets an incident begin that is like the earlier one with this id. */
  trigger(id: string): void;
}

/** Both providers of a sample organisation in a process of their own, with their limits off. */
export async function serveOrganisation(seed: number, failures: number): Promise<ServedOrganisation> {
  const { child, stop } = await startScript(join(projectFolder, 'test/bench/dist/note/serve-organisation.js'), {
    BENCH_SEED: String(seed),
    BENCH_FAILURES: String(failures),
  });
  const send = (request: ServedRequest) => void child.send(request);
  const ask = async (kind: 'introduce' | 'look'): Promise<Served> => {
    const answer = once(child, 'message');
    send({ kind });
    const [served] = (await answer) as [Served];
    return served;
  };
  return {
    stop,
    introduce: () => ask('introduce'),
    look: () => ask('look'),
    trigger: (id) => send({ kind: 'trigger', id }),
  };
}
