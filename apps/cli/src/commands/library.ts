import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Cause, LibraryFilesResponse, LibraryResponse } from '@refrain/domain';
import { type Command, Option } from 'commander';
import {
  type CommandEnvironment,
  createCommandApiClient,
  type GlobalOptions,
  parseLimit,
  printResult,
  resolveCallerPath,
} from '../command-environment.ts';
import { formatShownCount, formatTable } from '../terminal.ts';

interface LibraryOptions extends GlobalOptions {
  readonly query?: string;
  readonly cause?: string;
  readonly service?: string;
}

interface ListOptions extends LibraryOptions {
  readonly limit: number;
}

export function addLibraryCommand(program: Command, context: CommandEnvironment): void {
  const library = program
    .command('library')
    .description(
      'The failure library: the cause and symptoms of each failure, how it was resolved, and what would prevent it',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain library list --query certificate\n  npx refrain library export docs/failures   as Markdown files for a repository',
    );
  addList(library, context);
  addExport(library, context);
}

function addList(library: Command, context: CommandEnvironment): void {
  addFilter(library.command('list').description('List scenarios, most harm first'))
    .option('--limit <count>', 'maximum number, 1 to 200', parseLimit, 20)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      const query = toQuery(options);
      query.set('limit', String(options.limit));
      const page = await createCommandApiClient(context, options).get(`/v1/library?${query}`, LibraryResponse);
      printResult(context, options, page, describe(page));
    });
}

function addExport(library: Command, context: CommandEnvironment): void {
  addFilter(library.command('export').description('Write the library as Markdown files'))
    .argument('<folder>', 'target folder; files with the same names are replaced, others are kept')
    .action(async (folder: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<LibraryOptions>();
      const files = await createCommandApiClient(context, options).get(
        `/v1/library/files?${toQuery(options)}`,
        LibraryFilesResponse,
      );
      for (const { path, content } of files.items) {
        const target = join(resolveCallerPath(context, folder), path);
        await mkdir(dirname(target), { recursive: true });
        // The target is removed before it is written, because writing to a symbolic link would change the file behind the link.
        await rm(target, { force: true });
        await writeFile(target, content, { flag: 'wx' });
      }
      const paths = files.items.map(({ path }) => path);
      printResult(
        context,
        options,
        { paths },
        `${paths.length} files were written to ${folder}. Start with README.md.`,
      );
    });
}

function addFilter(command: Command): Command {
  return command
    .option('--query <words>', 'only scenarios with these words')
    .addOption(new Option('--cause <cause>', 'only scenarios with this cause').choices(Cause.options))
    .option('--service <name>', 'only scenarios of this service');
}

function toQuery({ query, cause, service }: LibraryOptions): URLSearchParams {
  const filters = Object.entries({ query, cause, service }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return new URLSearchParams(filters);
}

function describe({ items, total }: LibraryResponse): string {
  if (items.length === 0) return 'No scenario matches. A scenario needs at least two episodes of the same failure.';
  const rows = items.map(({ pattern: { id, name, cause, episodes, lastAt }, recurrence, guardrail }) => ({
    id,
    episodes,
    last: lastAt.slice(0, 10),
    recurrence,
    cause,
    name: name.slice(0, 60),
    guardrail: guardrail?.name ?? null,
  }));
  return `${formatTable(rows)}\n${formatShownCount(items, total, 'scenarios')}. Print a report: npx refrain patterns <id>`;
}
