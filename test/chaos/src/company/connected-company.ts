import { setTimeout as wait } from 'node:timers/promises';
import type { RefrainSystem } from '../system/refrain-system.ts';
import { type EmulatedCompany, initialGitHubToken, initialPagerDutyKey } from './emulated-company.ts';

/** Connection ids of both accounts, and functions to connect them again. Connecting is retried after transient errors, as a person would do. */
export interface ConnectedCompany {
  readonly github: string;
  readonly pagerduty: string;
  connectGitHub(credential: string): Promise<string>;
  connectPagerDuty(credential: string): Promise<string>;
}

const pauseMs = 500;
const maxTries = 60;

export async function connectCompany(company: EmulatedCompany, system: RefrainSystem): Promise<ConnectedCompany> {
  const { organisation, github, pagerduty, postMortems } = company;
  const scope = { postmortemFolders: [`${organisation}/${postMortems.repository}:${postMortems.folder}`] };

  async function connect(account: object): Promise<string> {
    const connect = () => system.ask<{ connection: { id: string } }>('POST', '/v1/connections', account);
    return (await retryUntilSuccess(connect)).connection.id;
  }
  const connectGitHub = (credential: string) =>
    connect({ provider: 'github', account: organisation, baseUrl: github.url, credential, scope });
  const connectPagerDuty = (credential: string) =>
    connect({ provider: 'pagerduty', account: organisation, baseUrl: pagerduty.url, credential });
  const ids = {
    github: await connectGitHub(initialGitHubToken),
    pagerduty: await connectPagerDuty(initialPagerDutyKey),
  };
  for (const id of Object.values(ids))
    await retryUntilSuccess(() => system.ask('POST', `/v1/connections/${id}/backfill`, {}));
  return { ...ids, connectGitHub, connectPagerDuty };
}

export async function retryUntilSuccess<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (thrown) {
      if (tries >= maxTries) throw thrown;
      await wait(pauseMs);
    }
  }
}
