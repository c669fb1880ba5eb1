import { type ConnectionScope, defaultConnectionScope, type ProviderDescriptor } from '@refrain/domain';
import { type Command, InvalidArgumentError } from 'commander';

/** Options that can be repeated. An option with an empty text means an empty list. */
export interface ScopeOptions {
  readonly repository?: string[];
  readonly service?: string[];
  readonly environment?: string[];
  readonly workflow?: string[];
  readonly incidentLabel?: string[];
  readonly postmortemFolder?: string[];
}

export const scopeOptionsHelp =
  '\nThe options that choose what is imported may be repeated; * stands for any characters and ? for one. Together they replace the previous choice: omitted options revert to their defaults.';

type Scope = ProviderDescriptor['scope'];
type Refinement = NonNullable<Scope>['refinements'][number];

const refinements: Readonly<Record<Refinement, (command: Command) => Command>> = {
  environments: (command) =>
    command.option('--environment <glob>', 'environments whose deployments are imported (default: all)', collect),
  workflows: (command) =>
    command.option(
      '--workflow <glob>',
      `Actions workflows, by name or path, whose failed runs count as failed deployments; '' for none ${byDefault('workflows')}`,
      collect,
    ),
  incidentLabels: (command) =>
    command.option(
      '--incident-label <label>',
      `labels of issues that count as incidents; '' for none ${byDefault('incidentLabels')}`,
      collect,
    ),
  postmortemFolders: (command) =>
    command.option(
      '--postmortem-folder <folder>',
      'folders of post-mortems in Markdown, as owner/name:path/of/folder (default: none)',
      collectFolder,
    ),
};

export function addScopeOptions(command: Command, scope: Scope): Command {
  if (scope === null) return command;
  const all = scope.excludes === null ? 'all' : `all but ${scope.excludes}`;
  if (scope.selects === 'repositories') {
    command.option('--repository <glob>', `repositories to import, as owner/name (default: ${all})`, collect);
  } else {
    command.option('--service <glob>', `services to import, by name (default: ${all})`, collect);
  }
  for (const name of scope.refinements) refinements[name](command);
  return command;
}

/** Returns the chosen scope; null if no option was given, so that the current scope is kept. */
export function readScopeOptions(options: ScopeOptions): Partial<ConnectionScope> | null {
  const chosen = {
    repositories: options.repository,
    services: options.service,
    environments: options.environment,
    workflows: options.workflow,
    incidentLabels: options.incidentLabel,
    postmortemFolders: options.postmortemFolder,
  };
  const entries = Object.entries(chosen).filter(([, patterns]) => patterns !== undefined);
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

function byDefault(field: 'workflows' | 'incidentLabels'): string {
  return `(default: ${defaultConnectionScope[field].join(', ')})`;
}

function collect(value: string, before: readonly string[] = []): string[] {
  return value.trim() === '' ? [...before] : [...before, value.trim()];
}

function collectFolder(value: string, before: readonly string[] = []): string[] {
  if (/^\s*(?:[\w.-]+\/[\w.-]+(?::[^\n]*)?)?$/u.test(value)) return collect(value, before);
  throw new InvalidArgumentError('Enter a folder as owner/name:path/of/folder.');
}
