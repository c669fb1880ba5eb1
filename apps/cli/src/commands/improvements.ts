import { Improvement, ImprovementState, ImprovementsResponse, IssuePreview, PolicyResponse } from '@refrain/domain';
import { type Command, Option } from 'commander';
import {
  type CommandEnvironment,
  createCommandApiClient,
  type GlobalOptions,
  parseLimit,
  printResult,
} from '../command-environment.ts';
import { formatShownCount, formatTable } from '../terminal.ts';

interface ListOptions extends GlobalOptions {
  readonly limit: number;
  readonly state?: string;
}
interface ApproveOptions extends GlobalOptions {
  readonly repository?: string;
  readonly title?: string;
  readonly note?: string;
  readonly guardrail?: string;
}

export function addImprovementsCommand(program: Command, context: CommandEnvironment): void {
  const improvements = program
    .command('improvements')
    .description('List and decide the recommended fixes of patterns, and their GitHub issues')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain improvements list --state proposed\n  npx refrain improvements show <id>      the issue as it would be written\n  npx refrain improvements approve <id> --repository acme/checkout',
    );
  addList(improvements, context);
  addShow(improvements, context);
  addApprove(improvements, context);
  addDecline(improvements, context);
}

function addList(improvements: Command, context: CommandEnvironment): void {
  improvements
    .command('list')
    .description('List improvements, newest first')
    .option('--limit <count>', 'maximum number, 1 to 200', parseLimit, 50)
    .addOption(new Option('--state <state>', 'only improvements in this state').choices(ImprovementState.options))
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      const state = options.state === undefined ? '' : `&state=${options.state}`;
      const path = `/v1/improvements?limit=${options.limit}${state}`;
      const page = await createCommandApiClient(context, options).get(path, ImprovementsResponse);
      printResult(context, options, page, describe(page, options.state));
    });
}

function addShow(improvements: Command, context: CommandEnvironment): void {
  improvements
    .command('show')
    .description('Preview the issue of an improvement')
    .argument('<id>', 'id from the list')
    .action(async (id: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const preview = await createCommandApiClient(context, options).get(`${pathOf(id)}/issue`, IssuePreview);
      const where = preview.repository ?? 'repository unknown';
      printResult(
        context,
        options,
        preview,
        `${preview.title}\n(${where}; ${preview.labels.join(', ')})\n\n${preview.body}`,
      );
    });
}

function addApprove(improvements: Command, context: CommandEnvironment): void {
  improvements
    .command('approve')
    .description('Approve an improvement, which opens its issue')
    .argument('<id>', 'id from the list')
    .option('--repository <owner/name>', 'repository of the issue, instead of the proposed one')
    .option('--title <title>', 'title of the issue, instead of the proposed one')
    .option('--note <markdown>', 'text at the top of the issue')
    .option('--guardrail <id>', 'another guardrail of the report')
    .action(async (id: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ApproveOptions>();
      const { repository, title, note, guardrail: guardrailId } = options;
      const edit = { repository, title, note, guardrailId };
      const api = createCommandApiClient(context, options);
      const approved = await api.post(`${pathOf(id)}/approve`, edit, Improvement);
      const { policy } = await api.get('/v1/policy', PolicyResponse);
      const outcome = approved.issueUrl ?? describeApproval(approved, policy.dryRun);
      printResult(context, options, approved, outcome);
    });
}

function describeApproval({ repository }: Improvement, isDryRun: boolean): string {
  return isDryRun
    ? 'Approved. While the policy has dryRun=true, nothing is written. To list what would be written: npx refrain writes --state planned'
    : `Approved. Its issue will be opened in ${repository} in a moment. To see the outcome: npx refrain improvements list`;
}

function addDecline(improvements: Command, context: CommandEnvironment): void {
  improvements
    .command('decline')
    .description('Decline an improvement; an open issue is closed as not planned')
    .argument('<id>', 'id from the list')
    .option('--reason <text>', 'why')
    .action(async (id: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { readonly reason?: string }>();
      const body = { reason: options.reason };
      const declined = await createCommandApiClient(context, options).post(`${pathOf(id)}/decline`, body, Improvement);
      printResult(context, options, declined, 'Declined.');
    });
}

function pathOf(id: string): string {
  return `/v1/improvements/${encodeURIComponent(id)}`;
}

function describe(
  { items, total }: { items: readonly Improvement[]; total: number },
  state: string | undefined,
): string {
  if (items.length === 0) {
    return state === undefined
      ? 'There are no improvements yet. The policy decides which patterns get one (npx refrain policy).'
      : `No improvement is ${state}.`;
  }
  const rows = items.map(({ id, state: now, peopleHours, repository, issueUrl, problem, title, reason }) => ({
    id,
    state: now,
    hours: peopleHours,
    where: issueUrl ?? repository,
    title: title.slice(0, 60),
    why: (problem ?? reason)?.slice(0, 90) ?? null,
  }));
  return `${formatTable(rows)}\n${formatShownCount(items, total, 'improvements')}. Preview an issue: npx refrain improvements show <id>`;
}
