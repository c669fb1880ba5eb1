import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from '@refrain/local';
import { type StartedProcess, startScript } from '../start-process.ts';

/** An incident that the benchmark opened. Times are in milliseconds, by the clock of the process that emulates PagerDuty. */
export interface TriggeredIncident {
  readonly sentAt: number;
  /** Time at which the incident's note arrived; null if it has none yet. */
  readonly notedAt: number | null;
}

export interface HistoricalIncident {
  readonly id: string;
  readonly title: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface OrganisationState {
  readonly urls: { readonly github: string; readonly pagerduty: string };
  readonly organisation: string;
  readonly subdomain: string;
  readonly sender: string;
  /** The incidents in the history of the account; empty in a response to `readState`. */
  readonly earlier: readonly HistoricalIncident[];
  readonly notes: number;
  readonly triggered: readonly TriggeredIncident[];
}

export type OrganisationServerCommand =
  | { readonly kind: 'readHistory' | 'readState' }
  | { readonly kind: 'trigger'; readonly id: string };

export interface OrganisationServer extends Pick<StartedProcess, 'stop'> {
  readHistory(): Promise<OrganisationState>;
  /** Returns the state of the emulators without the earlier incidents. */
  readState(): Promise<OrganisationState>;
  trigger(id: string): void;
}

/** Starts emulators of both providers for a sample organisation in a child process, without rate limits. */
export async function startOrganisationServer(seed: number, failures: number): Promise<OrganisationServer> {
  const { child, stop } = await startScript(
    join(projectFolder, 'test/bench/dist/note/organisation-server-process.js'),
    {
      BENCH_SEED: String(seed),
      BENCH_FAILURES: String(failures),
    },
  );
  const send = (request: OrganisationServerCommand) => void child.send(request);
  const ask = async (kind: 'readHistory' | 'readState'): Promise<OrganisationState> => {
    const answer = once(child, 'message');
    send({ kind });
    const [served] = (await answer) as [OrganisationState];
    return served;
  };
  return {
    stop,
    readHistory: () => ask('readHistory'),
    readState: () => ask('readState'),
    trigger: (id) => send({ kind: 'trigger', id }),
  };
}
