import type { CatalogueEntry } from '@refrain/domain';
import { AppError, CatalogueResponse, CatalogueSuggestionResponse, CatalogueEntry as Entry } from '@refrain/domain';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ApiClient } from '../api-client.ts';
import {
  type CommandEnvironment,
  createCommandApiClient,
  type GlobalOptions,
  parseLimit,
  printResult,
} from '../command-environment.ts';
import { requestAllPages } from '../request-all-pages.ts';
import { formatShownCount } from '../terminal.ts';
import { formatCatalogueEntries } from './catalogue-entries.ts';
import { addCatalogueExport, addCatalogueImport } from './catalogue-files.ts';

interface ListOptions extends GlobalOptions {
  readonly limit: number;
  readonly status?: string;
  readonly service?: string;
  readonly repository?: string;
}

interface DecideOptions extends GlobalOptions {
  readonly atLeast?: number;
}

interface AddOptions extends GlobalOptions {
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
  addList(catalogue, context);
  addSuggest(catalogue, context);
  addDecision(catalogue, context, 'confirm');
  addDecision(catalogue, context, 'reject');
  addDecision(catalogue, context, 'undecide');
  addAdd(catalogue, context);
  addCatalogueImport(catalogue, context);
  addCatalogueExport(catalogue, context);
}

function addList(catalogue: Command, context: CommandEnvironment): void {
  catalogue
    .command('list')
    .description('List the entries by service')
    .option('--limit <count>', 'maximum number, 1 to 200', parseLimit, 50)
    .addOption(new Option('--status <status>', 'only entries with this status').choices(Entry.shape.status.options))
    .option('--service <name>', 'only entries of this service')
    .option('--repository <owner/name>', 'only entries of this repository')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      const query = new URLSearchParams({ limit: String(options.limit) });
      for (const name of ['status', 'service', 'repository'] as const) {
        const value = options[name];
        if (value !== undefined) query.set(name, value);
      }
      const page = await createCommandApiClient(context, options).get(`/v1/catalogue?${query}`, CatalogueResponse);
      printResult(context, options, page, describePage(page, query.size > 1));
    });
}

function addSuggest(catalogue: Command, context: CommandEnvironment): void {
  catalogue
    .command('suggest')
    .description('Suggest entries from stored data')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const suggestion = await createCommandApiClient(context, options).post(
        '/v1/catalogue/suggest',
        {},
        CatalogueSuggestionResponse,
      );
      printResult(
        context,
        options,
        suggestion,
        'Suggestions are being made.\nNext: npx refrain catalogue list --status suggested',
      );
    });
}

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
  command.action(async (ids: string[], _options: unknown, self: Command) => {
    const options = self.optsWithGlobals<DecideOptions>();
    const api = createCommandApiClient(context, options);
    const chosen = options.atLeast === undefined ? ids : [...ids, ...(await listConfident(api, options.atLeast))];
    if (chosen.length === 0 && options.atLeast === undefined) {
      throw new AppError(
        'invalid_input',
        `Give the ids of the entries to ${verb}. List the entries with npx refrain catalogue list`,
      );
    }
    const items: CatalogueEntry[] = [];
    for (const id of new Set(chosen)) {
      items.push(await api.post(`/v1/catalogue/${encodeURIComponent(id)}/${verb}`, {}, Entry));
    }
    printResult(context, options, { items }, `${formatCatalogueEntries(items)}${items.length} ${done}.`);
  });
}

async function listConfident(api: ApiClient, atLeast: number): Promise<string[]> {
  const suggested = await requestAllPages(api, '/v1/catalogue', CatalogueResponse, { status: 'suggested' });
  return suggested.filter(({ score }) => score >= atLeast).map(({ id }) => id);
}

function addAdd(catalogue: Command, context: CommandEnvironment): void {
  catalogue
    .command('add')
    .description('Add an entry: a service runs from a repository')
    .argument('<service>', 'name of the service, as in PagerDuty')
    .argument('<repository>', 'as owner/name')
    .option('--path <folder>', 'the folder in the repository (default: all of it)')
    .option('--environment <name>', 'the environment (default: any)')
    .action(async (service: string, repository: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<AddOptions>();
      const { path = null, environment = null } = options;
      const pair = { service, repository, path, environment };
      const entry = await createCommandApiClient(context, options).post('/v1/catalogue', pair, Entry);
      printResult(context, options, entry, formatCatalogueEntries([entry]));
    });
}

function describePage({ items, total }: CatalogueResponse, narrowed: boolean): string {
  if (items.length === 0 && narrowed) return 'No entry matches this search.';
  if (items.length === 0) return 'There is no entry yet. Use npx refrain catalogue suggest, add or import.';
  return `${formatCatalogueEntries(items)}\n${formatShownCount(items, total, 'entries')}. To decide: npx refrain catalogue confirm <id>, or reject <id>`;
}

function parseScore(text: string): number {
  const score = /^(?:0(?:\.\d{1,3})?|1(?:\.0{1,3})?)$/u.test(text) ? Number(text) : Number.NaN;
  if (!Number.isNaN(score)) return score;
  throw new InvalidArgumentError('Give a number from 0 to 1.');
}
