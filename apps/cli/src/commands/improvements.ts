import { Improvement, ImprovementState, ImprovementsResponse, IssuePreview, PolicyResponse } from '@refrain/domain';
import { type Command, Option } from 'commander';
import type { z } from 'zod';
import {
  type CommandEnvironment,
  type CommandInvocation,
  createLimitOption,
  setCommandAction,
  setListCommandAction,
} from '../command-environment.ts';
import { formatShownCount, formatTable } from '../terminal.ts';

type ImprovementPage = z.output<typeof ImprovementsResponse>;

interface ApproveOptions {
  readonly repository?: string;
  readonly title?: string;
  readonly note?: string;
  readonly guardrail?: string;
}

export function addImprovementsCommand(program: Command, context: CommandEnvironment): void {
  const improvements = program
    .command('improvements')
    .description('List and decide on the recommended fixes of patterns and their GitHub issues')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain improvements list --state proposed\n  npx refrain improvements show <id>      the issue as it would be written\n  npx refrain improvements approve <id> --repository acme/checkout',
    );
  const list = improvements
    .command('list')
    .description('List improvements, newest first')
    .addOption(createLimitOption(50))
    .addOption(new Option('--state <state>', 'only improvements in this state').choices(ImprovementState.options));
  setListCommandAction(context, list, {
    path: '/v1/improvements',
    schema: ImprovementsResponse,
    toQuery: ({ state }: { readonly state?: string }) => ({ state }),
    describe,
  });
  const show = improvements
    .command('show')
    .description('Preview the issue of an improvement')
    .argument('<id>', 'id from the list');
  setCommandAction(context, show, async ({ createApi, print }, id: string) => {
    const preview = await createApi().get(`${pathOf(id)}/issue`, IssuePreview);
    const where = preview.repository ?? 'repository unknown';
    print(preview, `${preview.title}\n(${where}; ${preview.labels.join(', ')})\n\n${preview.body}`);
  });
  const approve = improvements
    .command('approve')
    .description('Approve an improvement, which opens its issue')
    .argument('<id>', 'id from the list')
    .option('--repository <owner/name>', 'repository of the issue, instead of the proposed one')
    .option('--title <title>', 'title of the issue, instead of the proposed one')
    .option('--note <markdown>', 'text at the top of the issue')
    .option('--guardrail <id>', 'another guardrail of the report');
  setCommandAction(
    context,
    approve,
    async ({ options, createApi, print }: CommandInvocation<ApproveOptions>, id: string) => {
      const { repository, title, note, guardrail: guardrailId } = options;
      const edit = { repository, title, note, guardrailId };
      const api = createApi();
      const approved = await api.post(`${pathOf(id)}/approve`, edit, Improvement);
      const { policy } = await api.get('/v1/policy', PolicyResponse);
      print(approved, approved.issueUrl ?? describeApproval(approved, policy.dryRun));
    },
  );
  const decline = improvements
    .command('decline')
    .description('Decline an improvement; an open issue is closed as not planned')
    .argument('<id>', 'id from the list')
    .option('--reason <text>', 'why');
  setCommandAction(
    context,
    decline,
    async (invocation: CommandInvocation<{ readonly reason?: string }>, id: string) => {
      const { reason } = invocation.options;
      const declined = await invocation.createApi().post(`${pathOf(id)}/decline`, { reason }, Improvement);
      invocation.print(declined, 'Declined.');
    },
  );
}

function describeApproval({ repository }: Improvement, isDryRun: boolean): string {
  return isDryRun
    ? 'Approved. While the policy has dryRun=true, nothing is written. To list what would be written: npx refrain writes --state planned'
    : `Approved. Its issue will be opened in ${repository} in a moment. To see the outcome: npx refrain improvements list`;
}

function pathOf(id: string): string {
  return `/v1/improvements/${encodeURIComponent(id)}`;
}

function describe({ items, total }: ImprovementPage, query: URLSearchParams): string {
  if (items.length === 0) {
    return query.has('state')
      ? `No improvement is ${query.get('state')}.`
      : 'There are no improvements yet. The policy decides which patterns get one (npx refrain policy).';
  }
  const rows = items.map(({ id, state: now, impactHours, repository, issueUrl, problem, title, reason }) => ({
    id,
    state: now,
    hours: impactHours,
    where: issueUrl ?? repository,
    title: title.slice(0, 60),
    why: (problem ?? reason)?.slice(0, 90) ?? null,
  }));
  return `${formatTable(rows)}\n${formatShownCount(items, total, 'improvements')}. Preview an issue: npx refrain improvements show <id>`;
}
