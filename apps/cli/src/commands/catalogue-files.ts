import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError, type CatalogueEntry, CatalogueImportResponse, CatalogueResponse } from '@refrain/domain';
import type { Command } from 'commander';
import { requestAllPages } from '../api-client.ts';
import {
  type CommandEnvironment,
  type CommandInvocation,
  resolveCallerPath,
  setCommandAction,
} from '../command-environment.ts';
import { formatTable, toPrintable } from '../terminal.ts';

interface ImportOptions {
  readonly repository?: string;
  readonly path?: string;
  readonly confirm?: boolean;
}

const maxBytes = 900_000;

const help = `
Examples:
  npx refrain catalogue import catalog-info.yaml --confirm
  npx refrain catalogue import .github/CODEOWNERS --repository acme/shop

From a catalog-info.yaml, Refrain reads components and systems with their annotations pagerduty.com/service-id,
github.com/project-slug and backstage.io/source-location. Integration keys are secrets and are ignored.
From a CODEOWNERS file, Refrain reads the teams that own folders, and ignores people.
The content of a file replaces that of an earlier import of the same file. Decisions are kept.`;

export function addCatalogueImportCommand(catalogue: Command, context: CommandEnvironment): void {
  const importFile = catalogue
    .command('import')
    .description('Import a catalog-info.yaml or CODEOWNERS file')
    .argument('<file>', 'the file')
    .option('--repository <owner/name>', 'the repository that contains the file')
    .option('--path <path>', 'its path in the repository (default: its name)')
    .option('--confirm', 'immediately confirm entries of a catalog-info.yaml for known services')
    .addHelpText('after', help);
  setCommandAction(
    context,
    importFile,
    async ({ options, createApi, print }: CommandInvocation<ImportOptions>, file: string) => {
      const { repository = null, path = basename(file), confirm = false } = options;
      const text = await readBounded(resolveCallerPath(context, file), file);
      const upload = { path, text, repository, confirm };
      const imported = await createApi().post('/v1/catalogue/import', upload, CatalogueImportResponse);
      print(imported, describe(imported));
    },
  );
}

export function addCatalogueExportCommand(catalogue: Command, context: CommandEnvironment): void {
  const exportEntries = catalogue
    .command('export')
    .description('Print the confirmed entries as a Backstage catalog-info.yaml')
    .option('--web-url <url>', "base URL of the repositories' web pages", 'https://github.com');
  setCommandAction(
    context,
    exportEntries,
    async ({ options, createApi, print }: CommandInvocation<{ readonly webUrl: string }>) => {
      const { formatCatalogInfo } = await import('@refrain/connectors');
      const items = await requestAllPages(createApi(), '/v1/catalogue', CatalogueResponse, { status: 'confirmed' });
      if (items.length === 0)
        context.terminal.note('There are no confirmed entries yet. See npx refrain catalogue list\n');
      print({ items }, formatCatalogInfo(items, options.webUrl.replace(/\/+$/u, '')));
    },
  );
}

async function readBounded(path: string, named: string): Promise<string> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new AppError('invalid_input', `There is no file ${named}. Check the name.`, { cause });
  });
  if (!found.isFile())
    throw new AppError('invalid_input', `${named} is not a file. Specify a catalog-info.yaml or CODEOWNERS file.`);
  if (found.size > maxBytes)
    throw new AppError('too_large', `${named} is longer than ${maxBytes / 1000} KB. Split the file.`);
  return readFile(path, 'utf8');
}

function describe({ items, problems }: CatalogueImportResponse): string {
  const confirmed = items.filter(({ status }) => status === 'confirmed').length;
  const problemLines = problems.map((problem) => `  ${toPrintable(problem)}\n`).join('');
  const counts = `${items.length} ${items.length === 1 ? 'entry' : 'entries'}, ${confirmed} confirmed.`;
  return `${formatCatalogueEntries(items)}${counts}\n${problemLines === '' ? '' : `Not used:\n${problemLines}`}`;
}

export function formatCatalogueEntries(entries: readonly CatalogueEntry[]): string {
  if (entries.length === 0) return '';
  return formatTable(
    entries.map(({ id, service, repository, path, environment, status, score, origin, evidence }) => ({
      id,
      service: service.slice(0, 40),
      repository: path === null ? repository : `${repository}:${path}`,
      environment,
      status,
      score: score.toFixed(2),
      why: evidence[0]?.detail.slice(0, 80) ?? origin,
    })),
  );
}
