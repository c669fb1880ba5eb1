import { type Command, Option } from 'commander';
import type { z } from 'zod';
import type { CommandEnvironment, CommandInvocation } from '../command-environment.ts';

const types = { text: 'text/plain', markdown: 'text/markdown', html: 'text/html' } as const;

export interface DocumentFormatOptions {
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
  { options, createApi, print }: CommandInvocation<DocumentFormatOptions>,
  path: string,
  schema: z.ZodType,
): Promise<void> {
  if (options.json) print(await createApi().get(path, schema), '');
  else context.terminal.out(`${await createApi().getText(path, types[options.format])}\n`);
}
