import { type Command, Option } from 'commander';
import type { z } from 'zod';
import {
  type CommandEnvironment,
  createCommandApiClient,
  type GlobalOptions,
  printResult,
} from '../command-environment.ts';

const types = { text: 'text/plain', markdown: 'text/markdown', html: 'text/html' } as const;

export interface DocumentFormatOptions extends GlobalOptions {
  readonly format: keyof typeof types;
}

export function addFormatOption(command: Command): Command {
  return command.addOption(
    new Option('--format <format>', 'text, Markdown or a self-contained HTML page')
      .choices(Object.keys(types))
      .default('text'),
  );
}

export async function printDocument(
  context: CommandEnvironment,
  options: DocumentFormatOptions,
  path: string,
  schema: z.ZodType,
): Promise<void> {
  const api = createCommandApiClient(context, options);
  if (options.json) printResult(context, options, await api.get(path, schema), '');
  else context.terminal.out(`${await api.getText(path, types[options.format])}\n`);
}
