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
import { type ApiClient, requestAllPages } from '../api-client.ts';
import type { Terminal } from '../terminal.ts';
import { awaitWebhookSetup, type WebhookPollTiming } from './connect-webhook.ts';

export interface GitHubAppSetupRequest {
  readonly account: string;
  readonly baseUrl?: string | undefined;
  readonly personal?: boolean | undefined;
  readonly scope: Partial<ConnectionScope> | null;
}

export interface GitHubAppPollTiming {
  readonly pauseMs: number;
  readonly lineMs: number;
  readonly webhook?: WebhookPollTiming;
}

/**
 * Starts the setup of a GitHub App, which a person completes in the browser, and waits until the App is installed.
 * @throws {AppError} `not_found` after an hour
 */
export async function connectGitHubApp(
  terminal: Terminal,
  api: ApiClient,
  wanted: GitHubAppSetupRequest,
  timing: GitHubAppPollTiming = { pauseMs: 2 * secondInMs, lineMs: minuteInMs },
): Promise<ConnectResponse> {
  const before = await requestAllPages(api, '/v1/connections', ConnectionsResponse);
  const begun = await api.post('/v1/github-apps', wanted, GitHubAppStartResponse);
  terminal.note(
    `Sign in to GitHub in a browser, then open this address there:\n\n  ${begun.url}\n\nChoose "Create GitHub App", then "Install". Waiting …\n`,
  );
  const connection = await awaitConnected(terminal, api, begun, timing);
  // Uses the state from before the setup, because the webhook may be checked while the person returns to the terminal.
  const checkedBefore = before.find(({ id }) => id === connection.id)?.webhook.checkedAt ?? null;
  const [health, webhook, settled] = await Promise.all([
    api.get(`/v1/connections/${connection.id}/health`, ConnectionHealth),
    api.get(`/v1/connections/${connection.id}/webhook`, WebhookResponse),
    awaitWebhookSetup(api, connection, checkedBefore, timing.webhook),
  ]);
  return { connection: settled, health, webhook };
}

async function awaitConnected(
  terminal: Terminal,
  api: ApiClient,
  { state, expiresAt }: GitHubAppStartResponse,
  { pauseMs, lineMs }: GitHubAppPollTiming,
): Promise<Connection> {
  const end = Date.parse(expiresAt);
  let reported: GitHubAppResponse['state'] = 'waiting';
  let reportedAt = Date.now();
  for (;;) {
    const answer = await getUnlessUnavailable(api, `/v1/github-apps/${state}`);
    if (answer?.connection) return answer.connection;
    const now = Date.now();
    if (now >= end) {
      const over = 'The GitHub App was not created and installed within an hour. Run this command again.';
      throw new AppError('not_found', over);
    }
    const minutes = Math.ceil((end - now) / minuteInMs);
    if (answer?.state === 'created' && reported === 'waiting') {
      terminal.note('The App has been created. Now choose "Install" there. Waiting …\n');
      reported = 'created';
      reportedAt = now;
    } else if (now - reportedAt >= lineMs) {
      terminal.note(
        `Still waiting, for ${minutes} more ${minutes === 1 ? 'minute' : 'minutes'}; the address stays valid.\n`,
      );
      reportedAt = now;
    }
    await wait(Math.min(pauseMs, Math.max(1, end - now)));
  }
}

/** Returns null while Refrain is unavailable, for example during a restart. The person's progress is not lost. */
async function getUnlessUnavailable(api: ApiClient, path: string): Promise<GitHubAppResponse | null> {
  try {
    return await api.get(path, GitHubAppResponse);
  } catch (thrown) {
    if (toAppError(thrown).retryable) return null;
    throw thrown;
  }
}
