import { resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { type ApiClient, createApiClient } from './api-client.ts';
import type { WebhookPollTiming } from './commands/connect-webhook.ts';
import { findSettings } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** What every command gets; built once in `main.ts`. */
export interface CommandContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly terminal: Terminal;
  readonly readStandardInput: () => Promise<string>;
  /** For a command that did its work and found something wrong; an error has its code already. */
  readonly setExitCode: (code: number) => void;
  /** How long `connect` waits for the webhook; the default of `awaitWebhook` unless given. */
  readonly webhookTiming?: WebhookPollTiming | undefined;
}

export interface CommonOptions {
  readonly url?: string;
  readonly token?: string;
  readonly json?: boolean;
}

export function openApi(context: CommandContext, options: CommonOptions): ApiClient {
  const { url, token } = options;
  const flags = { ...(url === undefined ? {} : { url }), ...(token === undefined ? {} : { token }) };
  return createApiClient(findSettings({ flags, env: context.env, cwd: context.cwd }));
}

/**
 * The path of a file that an option or argument names, seen from where the caller stands: `npm run` moves to the project's
 * folder before it starts us and leaves the caller's in INIT_CWD, which nobody else sets.
 */
export function resolveFile({ env, cwd }: Pick<CommandContext, 'env' | 'cwd'>, path: string): string {
  return resolve(env.INIT_CWD || cwd, path);
}

/** Prints a result: as one line of JSON with `--json`, else as the text for a person. */
export function printResult(context: CommandContext, options: CommonOptions, result: unknown, text: string): void {
  context.terminal.out(options.json ? `${JSON.stringify(result)}\n` : text.endsWith('\n') ? text : `${text}\n`);
}

/** A length of a list from an option's text: as the API has it, a whole number in 1..200. */
export function parseLimit(text: string): number {
  const count = /^\d{1,3}$/u.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= 200) return count;
  throw new InvalidArgumentError('Give a whole number from 1 to 200.');
}

/** A day or an instant from an option's text, as an instant in UTC; a day begins at midnight in UTC. It has to be past. */
export function parseSince(text: string): string {
  const day = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/u.exec(text)?.[1];
  const exists = day !== undefined && startOf(day)?.startsWith(day);
  const time = exists ? Date.parse(text) : Number.NaN;
  if (time > Date.now()) throw new InvalidArgumentError('It is in the future.');
  if (!Number.isNaN(time)) return new Date(time).toISOString();
  throw new InvalidArgumentError('Write it as 2026-01-31 or 2026-01-31T08:00:00Z.');
}

function startOf(day: string): string | undefined {
  const time = Date.parse(day);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** Collects an option that may be given several times. */
export function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
