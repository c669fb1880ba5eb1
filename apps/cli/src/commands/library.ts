import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Cause, LibraryFilesResponse, LibraryResponse } from '@refrain/domain';
import { type Command, Option } from 'commander';
import {
  type CommandContext,
  type CommonOptions,
  openApi,
  parseLimit,
  printResult,
  resolveFile,
} from '../command-context.ts';
import { formatShare, formatTable } from '../terminal.ts';

interface LibraryOptions extends CommonOptions {
  readonly query?: string;
  readonly cause?: string;
  readonly service?: string;
}

interface ListOptions extends LibraryOptions {
  readonly limit: number;
}

/** `refrain library …`: what every pattern teaches. */
export function addLibrary(program: Command, context: CommandContext): void {
  const library = program
    .command('library')
    .description(
      'The failure library: under which condition each failure happens, what allows it, how it was resolved, what would prevent it',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain library list --query certificate\n  npx refrain library export docs/failures   Markdown files, for a repository',
    );
  addList(library, context);
  addExport(library, context);
}

function addList(library: Command, context: CommandContext): void {
  addFilter(library.command('list').description('List the scenarios, most harm first'))
    .option('--limit <count>', 'how many at most, 1 to 200', parseLimit, 20)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      const query = toQuery(options);
      query.set('limit', String(options.limit));
      const page = await openApi(context, options).get(`/v1/library?${query}`, LibraryResponse);
      printResult(context, options, page, describe(page));
    });
}

function addExport(library: Command, context: CommandContext): void {
  addFilter(library.command('export').description('Write the library as Markdown files'))
    .argument('<folder>', 'where to; files of the same names are replaced, others are left alone')
    .action(async (folder: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<LibraryOptions>();
      const files = await openApi(context, options).get(`/v1/library/files?${toQuery(options)}`, LibraryFilesResponse);
      for (const { path, content } of files.items) {
        const target = join(resolveFile(context, folder), path);
        await mkdir(dirname(target), { recursive: true });
        // A symbolic link of that name is replaced and not followed.
        await rm(target, { force: true });
        await writeFile(target, content, { flag: 'wx' });
      }
      const paths = files.items.map(({ path }) => path);
      printResult(context, options, { paths }, `${paths.length} files are in ${folder}: begin with README.md.`);
    });
}

function addFilter(command: Command): Command {
  return command
    .option('--query <words>', 'only scenarios with these words')
    .addOption(new Option('--cause <cause>', 'only of this cause').choices(Cause.options))
    .option('--service <name>', 'only of this service');
}

function toQuery({ query, cause, service }: LibraryOptions): URLSearchParams {
  const given = Object.entries({ query, cause, service }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return new URLSearchParams(given);
}

function describe({ items, total }: LibraryResponse): string {
  if (items.length === 0)
    return 'No scenario fits, or none is known yet: one needs at least two episodes of the same failure.';
  const rows = items.map(({ pattern: { id, name, cause, episodes, lastAt }, recurrence, guardrail }) => ({
    id,
    episodes,
    last: lastAt.slice(0, 10),
    stands: recurrence,
    cause,
    name: name.slice(0, 60),
    guardrail: guardrail?.name ?? null,
  }));
  return `${formatTable(rows)}\n${formatShare(items, total, 'scenarios')}. The report of one: npx refrain patterns <id>`;
}
