import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { z } from 'zod';
import { type ApiClient, createApiClient } from './api-client.ts';
import type { WebhookPollTiming } from './commands/connect-webhook.ts';
import { findSettings } from './settings.ts';
import type { Terminal } from './terminal.ts';

export interface CommandEnvironment {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly terminal: Terminal;
  readonly readStandardInput: () => Promise<string>;
  /** Sets the exit code of a command that succeeded but found a problem. */
  readonly setExitCode: (code: number) => void;
  /** The interval and timeout with which `connect` waits until the webhook is set up. */
  readonly webhookTiming?: WebhookPollTiming | undefined;
}

export interface GlobalOptions {
  readonly url?: string;
  readonly token?: string;
  readonly json?: boolean;
}

/** The options of one run of a command, and functions that depend on them. */
export interface CommandInvocation<Options = unknown> {
  readonly options: GlobalOptions & Options;
  /** Creates the client. Throws if no Refrain is found, so actions first check what they can check without the API. */
  readonly createApi: () => ApiClient;
  /** Prints the text, or with `--json` the result. */
  readonly print: (result: unknown, text: string) => void;
}

/** Sets the action of a command. The action receives the invocation, then the arguments of the command. */
export function setCommandAction<Options, Arguments extends unknown[]>(
  context: CommandEnvironment,
  command: Command,
  run: (invocation: CommandInvocation<Options>, ...commandArguments: Arguments) => void | Promise<void>,
): void {
  command.action((...received: unknown[]) => {
    const options = command.optsWithGlobals<GlobalOptions & Options>();
    const createApi = () => createCommandApiClient(context, options);
    const print = (result: unknown, text: string) => printResult(context, options, result, text);
    // Commander passes the arguments, then the options and the command.
    return run({ options, createApi, print }, ...(received.slice(0, -2) as Arguments));
  });
}

export interface ListCommandAction<Options, Page> {
  readonly path: string;
  readonly schema: z.ZodType<Page>;
  /** Returns the filters of the list; undefined filters are not sent. */
  readonly toQuery?: (options: Options) => Readonly<Record<string, string | undefined>>;
  /** @param query the sent query: the limit and the filters */
  readonly describe: (page: Page, query: URLSearchParams) => string;
}

/** Sets the action of a command that prints the first page of a list. The command needs the option `--limit`. */
export function setListCommandAction<Options, Page>(
  context: CommandEnvironment,
  command: Command,
  { path, schema, toQuery = () => ({}), describe }: ListCommandAction<Options, Page>,
): void {
  setCommandAction(
    context,
    command,
    async ({ options, createApi, print }: CommandInvocation<Options & { readonly limit: number }>) => {
      const query = createUrlQuery({ limit: String(options.limit), ...toQuery(options) });
      const page = await createApi().get(`${path}?${query}`, schema);
      print(page, describe(page, query));
    },
  );
}

export function createUrlQuery(parameters: Readonly<Record<string, string | undefined>>): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, value);
  return query;
}

function createCommandApiClient(context: CommandEnvironment, options: GlobalOptions): ApiClient {
  const { url, token } = options;
  const flags = { ...(url === undefined ? {} : { url }), ...(token === undefined ? {} : { token }) };
  return createApiClient(findSettings({ flags, env: context.env, cwd: context.cwd }));
}

/**
 * Resolves a path from an option or argument against the caller's folder. `npm run` changes into the project's folder before it
 * starts this program, and keeps the caller's folder in INIT_CWD.
 */
export function resolveCallerPath({ env, cwd }: Pick<CommandEnvironment, 'env' | 'cwd'>, path: string): string {
  return resolve(env.INIT_CWD || cwd, path);
}

function printResult(context: CommandEnvironment, options: GlobalOptions, result: unknown, text: string): void {
  context.terminal.out(options.json ? `${JSON.stringify(result)}\n` : text.endsWith('\n') ? text : `${text}\n`);
}

export function createLimitOption(defaultLimit: number): Option {
  return new Option('--limit <count>', 'maximum number, 1 to 200').argParser(parseLimit).default(defaultLimit);
}

export function parseLimit(text: string): number {
  const count = /^\d{1,3}$/u.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= 200) return count;
  throw new InvalidArgumentError('Enter a whole number from 1 to 200.');
}

/** Parses a past day or instant and returns an instant in UTC. A day starts at midnight UTC. */
export function parseDays(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= 3_660) return days;
  throw new InvalidArgumentError('Enter a number of days from 1 to 3660.');
}

export function parsePastInstant(text: string): string {
  const day = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/u.exec(text)?.[1];
  const exists = day !== undefined && startOf(day)?.startsWith(day);
  const time = exists ? Date.parse(text) : Number.NaN;
  if (time > Date.now()) throw new InvalidArgumentError('The time is in the future. Enter a past date or timestamp.');
  if (!Number.isNaN(time)) return new Date(time).toISOString();
  throw new InvalidArgumentError('Enter a date or timestamp such as 2026-01-31 or 2026-01-31T08:00:00Z.');
}

function startOf(day: string): string | undefined {
  const time = Date.parse(day);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

export function collectOptionValues(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
