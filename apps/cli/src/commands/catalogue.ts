import { AppError, CatalogueEntry, CatalogueResponse, CatalogueSuggestionResponse } from '@refrain/domain';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ApiClient, requestAllPages } from '../api-client.ts';
import {
  type CommandEnvironment,
  type CommandInvocation,
  createLimitOption,
  setCommandAction,
  setListCommandAction,
} from '../command-environment.ts';
import { formatShownCount } from '../terminal.ts';
import { addCatalogueExportCommand, addCatalogueImportCommand, formatCatalogueEntries } from './catalogue-files.ts';

interface ListOptions {
  readonly status?: string;
  readonly service?: string;
  readonly repository?: string;
}

interface AddOptions {
  readonly path?: string;
  readonly environment?: string;
}

export function addCatalogueCommand(program: Command, context: CommandEnvironment): void {
  const catalogue = program
    .command('catalogue')
    .description('Manage the catalogue: which services run from which repositories')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain catalogue list --status suggested\n  npx refrain catalogue confirm --at-least 0.95\n  npx refrain catalogue import catalog-info.yaml --repository acme/cart',
    );
  const list = catalogue
    .command('list')
    .description('List the entries by service')
    .addOption(createLimitOption(50))
    .addOption(new Option('--status <status>', 'only entries with this status').choices(statuses))
    .option('--service <name>', 'only entries of this service')
    .option('--repository <owner/name>', 'only entries of this repository');
  setListCommandAction(context, list, {
    path: '/v1/catalogue',
    schema: CatalogueResponse,
    toQuery: ({ status, service, repository }: ListOptions) => ({ status, service, repository }),
    describe,
  });
  const suggest = catalogue.command('suggest').description('Suggest entries from stored data');
  setCommandAction(context, suggest, async ({ createApi, print }) => {
    const suggestion = await createApi().post('/v1/catalogue/suggest', {}, CatalogueSuggestionResponse);
    print(suggestion, 'Suggestions are being computed.\nNext: npx refrain catalogue list --status suggested');
  });
  addDecision(catalogue, context, 'confirm');
  addDecision(catalogue, context, 'reject');
  addDecision(catalogue, context, 'undecide');
  const add = catalogue
    .command('add')
    .description('Add an entry: a service runs from a repository')
    .argument('<service>', 'name of the service, as in PagerDuty')
    .argument('<repository>', 'as owner/name')
    .option('--path <folder>', 'the folder in the repository (default: all of it)')
    .option('--environment <name>', 'the environment (default: any)');
  setCommandAction(
    context,
    add,
    async (invocation: CommandInvocation<AddOptions>, service: string, repository: string) => {
      const { path = null, environment = null } = invocation.options;
      const pair = { service, repository, path, environment };
      const entry = await invocation.createApi().post('/v1/catalogue', pair, CatalogueEntry);
      invocation.print(entry, formatCatalogueEntries([entry]));
    },
  );
  addCatalogueImportCommand(catalogue, context);
  addCatalogueExportCommand(catalogue, context);
}

const statuses = CatalogueEntry.shape.status.options;
const decisions = {
  confirm: { does: 'Confirm entries', done: 'confirmed' },
  reject: { does: 'Reject entries', done: 'rejected' },
  undecide: { does: 'Undo the decisions on entries', done: 'to be decided' },
} as const;

function addDecision(catalogue: Command, context: CommandEnvironment, verb: keyof typeof decisions): void {
  const { does, done } = decisions[verb];
  const command = catalogue.command(verb).description(does).argument('[ids...]', 'ids of entries, from the list');
  if (verb === 'confirm') {
    command.option('--at-least <score>', 'all suggestions with at least this score, 0 to 1', parseScore);
  }
  setCommandAction(
    context,
    command,
    async (invocation: CommandInvocation<{ readonly atLeast?: number }>, ids: string[]) => {
      const { atLeast } = invocation.options;
      const api = invocation.createApi();
      const chosen = atLeast === undefined ? ids : [...ids, ...(await listConfident(api, atLeast))];
      if (chosen.length === 0 && atLeast === undefined) {
        throw new AppError(
          'invalid_input',
          `Specify the ids of the entries to ${verb}. To list the entries: npx refrain catalogue list`,
        );
      }
      const items: CatalogueEntry[] = [];
      for (const id of new Set(chosen)) {
        items.push(await api.post(`/v1/catalogue/${encodeURIComponent(id)}/${verb}`, {}, CatalogueEntry));
      }
      invocation.print({ items }, `${formatCatalogueEntries(items)}${items.length} ${done}.`);
    },
  );
}

async function listConfident(api: ApiClient, atLeast: number): Promise<string[]> {
  const suggested = await requestAllPages(api, '/v1/catalogue', CatalogueResponse, { status: 'suggested' });
  return suggested.filter(({ score }) => score >= atLeast).map(({ id }) => id);
}

function describe({ items, total }: CatalogueResponse, query: URLSearchParams): string {
  if (items.length === 0 && query.size > 1) return 'No entry matches this search.';
  if (items.length === 0) return 'There are no entries yet. Use npx refrain catalogue suggest, add or import.';
  return `${formatCatalogueEntries(items)}\n${formatShownCount(items, total, 'entries')}. To decide: npx refrain catalogue confirm <id>, or reject <id>`;
}

function parseScore(text: string): number {
  const score = /^(?:0(?:\.\d{1,3})?|1(?:\.0{1,3})?)$/u.test(text) ? Number(text) : Number.NaN;
  if (!Number.isNaN(score)) return score;
  throw new InvalidArgumentError('Enter a number from 0 to 1.');
}
