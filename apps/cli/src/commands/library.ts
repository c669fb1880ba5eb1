import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Cause, FailureLibraryFilesResponse, FailureLibraryResponse } from '@refrain/domain';
import { type Command, Option } from 'commander';
import {
  type CommandEnvironment,
  type CommandInvocation,
  createLimitOption,
  createUrlQuery,
  resolveCallerPath,
  setCommandAction,
  setListCommandAction,
} from '../command-environment.ts';
import { formatShownCount, formatTable } from '../terminal.ts';

interface Filters {
  readonly query?: string;
  readonly cause?: string;
  readonly mechanism?: string;
  readonly service?: string;
}

export function addFailureLibraryCommand(program: Command, context: CommandEnvironment): void {
  const library = program
    .command('library')
    .description(
      'The failure library: the cause and symptoms of each failure, how it was resolved, and what would prevent it',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain library list --query certificate\n  npx refrain library export docs/failures   as Markdown files for a repository',
    );
  const list = addFilterOptions(library.command('list').description('List scenarios, most harmful first'));
  list.addOption(createLimitOption(20));
  setListCommandAction(context, list, { path: '/v1/library', schema: FailureLibraryResponse, toQuery, describe });
  const exportFiles = addFilterOptions(
    library.command('export').description('Write the library as Markdown files'),
  ).argument('<folder>', 'target folder; files with the same names are replaced, others are kept');
  setCommandAction(
    context,
    exportFiles,
    async ({ options, createApi, print }: CommandInvocation<Filters>, folder: string) => {
      const { items } = await createApi().get(
        `/v1/library/files?${createUrlQuery(toQuery(options))}`,
        FailureLibraryFilesResponse,
      );
      for (const { path, content } of items) {
        const target = join(resolveCallerPath(context, folder), path);
        await mkdir(dirname(target), { recursive: true });
        // An existing file is removed first, because writing to a symbolic link would change the file behind the link.
        await rm(target, { force: true });
        await writeFile(target, content, { flag: 'wx' });
      }
      const paths = items.map(({ path }) => path);
      print({ paths }, `${paths.length} files were written to ${folder}. Start with README.md.`);
    },
  );
}

function addFilterOptions(command: Command): Command {
  return command
    .option('--query <words>', 'only scenarios with these words')
    .addOption(new Option('--cause <cause>', 'only scenarios with this cause').choices(Cause.options))
    .option('--mechanism <name>', 'only scenarios with this mechanism, such as "Out of memory"')
    .option('--service <name>', 'only scenarios of this service');
}

function toQuery({ query, cause, mechanism, service }: Filters) {
  return { query, cause, mechanism, service };
}

function describe({ items, total }: FailureLibraryResponse): string {
  if (items.length === 0)
    return 'No scenario matches. A scenario needs a stated root cause or resolution, or a fix that held.';
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
