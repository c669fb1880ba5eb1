import { AppError } from '@refrain/domain';
import { type ApiClient, createApiClient } from './api-client.ts';
import { findSettings } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** What every command gets; built once in `main.ts`. */
export interface CommandContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly terminal: Terminal;
  readonly readStandardInput: () => Promise<string>;
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

/** Prints a result: as JSON with `--json`, else as the text for a person. */
export function printResult(context: CommandContext, options: CommonOptions, result: unknown, text: string): void {
  context.terminal.out(options.json ? `${JSON.stringify(result)}\n` : text.endsWith('\n') ? text : `${text}\n`);
}

/** A whole number of at least 1 from an option's text. */
export function parseCount(text: string): number {
  const count = Number(text);
  if (Number.isSafeInteger(count) && count >= 1) return count;
  throw new AppError('invalid_input', `${text} is not a whole number of at least 1.`);
}

/** A date or an instant from an option's text, as an instant in UTC. */
export function parseSince(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}/u.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(time)) return new Date(time).toISOString();
  throw new AppError('invalid_input', `${text} is not a date: write it as 2026-01-31 or 2026-01-31T08:00:00Z.`);
}

/** Collects an option that may be given several times. */
export function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
