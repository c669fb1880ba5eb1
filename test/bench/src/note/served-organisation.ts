import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from '@refrain/local';
import { type StartedProcess, startScript } from '../start-process.ts';

/** An incident that was opened. Times are in milliseconds, by the clock of the process that emulates PagerDuty. */
export interface Triggered {
  /** The time at which its webhook was sent. */
  readonly sentAt: number;
  /** The time at which its note arrived; null while it has none. */
  readonly notedAt: number | null;
}

export interface EarlierIncident {
  readonly id: string;
  readonly title: string;
  /** The details of the alert from the monitoring tool. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** The response of the emulator process. */
export interface Served {
  readonly urls: { readonly github: string; readonly pagerduty: string };
  readonly organisation: string;
  readonly subdomain: string;
  /** The e-mail address of a user. */
  readonly sender: string;
  /** The earlier incidents, if they were requested. */
  readonly earlier: readonly EarlierIncident[];
  /** Notes that were written, including several on one incident. */
  readonly notes: number;
  /** The opened incidents, in order. */
  readonly triggered: readonly Triggered[];
}

export type ServedRequest = { readonly kind: 'introduce' | 'look' } | { readonly kind: 'trigger'; readonly id: string };

export interface ServedOrganisation extends Pick<StartedProcess, 'stop'> {
  introduce(): Promise<Served>;
  /** Returns the same without the earlier incidents. */
  look(): Promise<Served>;
  /** Opens an incident like the earlier one with this id. */
  trigger(id: string): void;
}

/** Starts both providers of a sample organisation in a process of their own, without limits. */
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
