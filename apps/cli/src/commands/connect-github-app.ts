import { setTimeout as wait } from 'node:timers/promises';
import {
  AppError,
  type Connection,
  ConnectionHealth,
  type ConnectionScope,
  ConnectionsResponse,
  type ConnectResponse,
  GitHubAppResponse,
  GitHubAppStartResponse,
  minuteInMs,
  secondInMs,
  toAppError,
  WebhookResponse,
} from '@refrain/domain';
import type { ApiClient } from '../api-client.ts';
import { listAll } from '../list-all.ts';
import type { Terminal } from '../terminal.ts';
import { awaitWebhook, type WebhookPollTiming } from './connect-webhook.ts';

export interface WantedApp {
  readonly account: string;
  readonly baseUrl?: string | undefined;
  readonly personal?: boolean | undefined;
  readonly scope: Partial<ConnectionScope> | null;
}

export interface AppPollTiming {
  readonly pauseMs: number;
  /** Time between two lines that say that it is still waited for. */
  readonly lineMs: number;
  readonly webhook?: WebhookPollTiming;
}

/**
 * Has a person make and install a GitHub App in the browser, and waits for that.
 * @throws {AppError} `not_found` when the hour is over
 */
export async function connectGitHubApp(
  terminal: Terminal,
  api: ApiClient,
  wanted: WantedApp,
  timing: AppPollTiming = { pauseMs: 2 * secondInMs, lineMs: minuteInMs },
): Promise<ConnectResponse> {
  const before = await listAll(api, '/v1/connections', ConnectionsResponse);
  const begun = await api.post('/v1/github-apps', wanted, GitHubAppStartResponse);
  terminal.note(
    `Sign in to GitHub in a browser, then open this address there:\n\n  ${begun.url}\n\nChoose "Create GitHub App", then "Install". Waiting …\n`,
  );
  const connection = await awaitConnected(terminal, api, begun, timing);
  // It is seen to while the person comes back: by now that may be done.
  const checkedBefore = before.find(({ id }) => id === connection.id)?.webhook.checkedAt ?? null;
  const [health, webhook, settled] = await Promise.all([
    api.get(`/v1/connections/${connection.id}/health`, ConnectionHealth),
    api.get(`/v1/connections/${connection.id}/webhook`, WebhookResponse),
    awaitWebhook(api, connection, checkedBefore, timing.webhook),
  ]);
  return { connection: settled, health, webhook };
}

async function awaitConnected(
  terminal: Terminal,
  api: ApiClient,
  { state, expiresAt }: GitHubAppStartResponse,
  { pauseMs, lineMs }: AppPollTiming,
): Promise<Connection> {
  const end = Date.parse(expiresAt);
  let told: GitHubAppResponse['state'] = 'waiting';
  let reportedAt = Date.now();
  for (;;) {
    const answer = await getUnlessUnavailable(api, `/v1/github-apps/${state}`);
    if (answer?.connection) return answer.connection;
    const now = Date.now();
    if (now >= end) {
      const over = 'The hour in which the GitHub App could be made and installed is over: run this command again.';
      throw new AppError('not_found', over);
    }
    const minutes = Math.ceil((end - now) / minuteInMs);
    if (answer?.state === 'created' && told === 'waiting') {
      terminal.note('The App is made; now choose "Install" there. Waiting …\n');
      told = 'created';
      reportedAt = now;
    } else if (now - reportedAt >= lineMs) {
      terminal.note(
        `Still waiting, for ${minutes} more ${minutes === 1 ? 'minute' : 'minutes'}; the address stays good.\n`,
      );
      reportedAt = now;
    }
    await wait(Math.min(pauseMs, Math.max(1, end - now)));
  }
}

/** Refrain may be started again meanwhile: what a person does in the browser is kept. */
async function getUnlessUnavailable(api: ApiClient, path: string): Promise<GitHubAppResponse | null> {
  try {
    return await api.get(path, GitHubAppResponse);
  } catch (thrown) {
    if (toAppError(thrown).retryable) return null;
    throw thrown;
  }
}
