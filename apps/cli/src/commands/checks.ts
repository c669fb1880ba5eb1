import { type ListedCheck, PullCheckState, PullChecksResponse } from '@refrain/domain';
import { type Command, Option } from 'commander';
import { type CommandEnvironment, createLimitOption, setListCommandAction } from '../command-environment.ts';
import { formatShownCount, formatTable } from '../terminal.ts';

export function addPullRequestChecksCommand(program: Command, context: CommandEnvironment): void {
  const checks = program
    .command('checks')
    .description('List pull requests that resembled changes that failed, and whether people found the checks helpful')
    .addOption(createLimitOption(50))
    .addOption(new Option('--state <state>', 'only checks in this state').choices(PullCheckState.options))
    .addHelpText(
      'after',
      '\nChecks appear on pull requests if the policy enables them and the account is connected through a GitHub App:\n  npx refrain policy set checkPulls=true',
    );
  setListCommandAction(context, checks, {
    path: '/v1/checks',
    schema: PullChecksResponse,
    toQuery: ({ state }: { readonly state?: string }) => ({ state }),
    describe,
  });
}

function rowOf({ at, repository, number, state, outcome, score, averageScore, patternId, url }: ListedCheck) {
  const percent = (probability: number) => `${Math.round(100 * probability)} %`;
  return {
    at: at.slice(0, 16),
    pull: `${repository}#${number}`,
    state: state.replaceAll('_', ' '),
    outcome: outcome.replaceAll('_', ' '),
    probability: percent(score),
    averageScore: percent(averageScore),
    pattern: patternId,
    where: url,
  };
}

function describe({ items, total }: PullChecksResponse): string {
  if (items.length === 0) return 'No pull request has resembled a change that failed.';
  return `${formatTable(items.map(rowOf))}\n${formatShownCount(items, total, 'checks')}.`;
}
