import { type ServicePattern, ServiceProfile, ServiceSort, ServicesResponse } from '@refrain/domain';
import { type Command, Option } from 'commander';
import {
  type CommandEnvironment,
  type CommandInvocation,
  createLimitOption,
  createUrlQuery,
  setCommandAction,
} from '../command-environment.ts';
import { formatShownCount, formatTable } from '../terminal.ts';

interface ServiceOptions {
  readonly limit: number;
  readonly query?: string;
  readonly team?: string;
  readonly sort?: string;
}

export function addServicesCommand(program: Command, context: CommandEnvironment): void {
  const services = program
    .command('services')
    .description('List the services that had a failure, or the patterns of one')
    .argument('[name]', 'the name of a service, or of a repository as owner/name')
    .addOption(createLimitOption(20))
    .option('--query <words>', 'only services with these words in their name')
    .option('--team <name>', 'only services that this team owns')
    .addOption(new Option('--sort <figure>', 'the figure to sort by').choices(ServiceSort.options));
  setCommandAction(context, services, async (invocation: CommandInvocation<ServiceOptions>, name?: string) => {
    const api = invocation.createApi();
    if (name !== undefined) {
      const profile = await api.get(`/v1/services/profile?${createUrlQuery({ name })}`, ServiceProfile);
      return invocation.print(profile, describeProfile(profile));
    }
    const { limit, query, team, sort } = invocation.options;
    const page = await api.get(
      `/v1/services?${createUrlQuery({ limit: String(limit), query, team, sort })}`,
      ServicesResponse,
    );
    invocation.print(page, describeList(page));
  });
}

function describeList({ items, total }: ServicesResponse): string {
  if (items.length === 0) return 'No service matches. Services appear after the first clustering.';
  const rows = items.map(({ name, kind, patterns, episodes, impactHours, lastAt, teams, deployments }) => ({
    name,
    kind,
    patterns,
    'episodes (12 months)': episodes,
    'impact (12 months)': impactHours === null ? null : `${Math.round(impactHours)} h`,
    last: lastAt.slice(0, 10),
    owner: teams.join(', ') || null,
    'deployments (90 days)': deployments,
  }));
  return `${formatTable(rows)}\n${formatShownCount(items, total, 'services')}. Print the patterns of one: npx refrain services <name>`;
}

function describeProfile({ name, episodes, episodesBefore, patterns, teams }: ServiceProfile): string {
  const owner = teams.length === 0 ? '' : ` Owner: ${teams.join(', ')}.`;
  const summary = `${name}: ${episodes} episodes in the last 12 months${episodesBefore === null ? '' : `, ${episodesBefore} in the 12 months before`}.${owner}`;
  if (patterns.length === 0) return `${summary}\nNo failure of the last 12 months belongs to a pattern.`;
  return `${summary}\n${formatTable(patterns.map(toRow))}`;
}

function toRow({ id, name, episodes, lastAt, improvement }: ServicePattern) {
  return {
    id,
    'episodes (12 months)': episodes,
    last: lastAt.slice(0, 10),
    improvement: improvement?.state ?? null,
    name: name.slice(0, 80),
  };
}
