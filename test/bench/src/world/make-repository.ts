import { hourInMs, minuteInMs } from '@refrain/domain';
import type { WorldCommit, WorldDeployment, WorldPull, WorldRepository, WorldRun } from '@refrain/emulators';
import { createRandomStream, createSha, people, type RandomStream } from '@refrain/sample-org';
import { formatInstant } from './instant.ts';
import { drawChangeTitle, drawComponentName, drawSentences } from './words.ts';

export interface RepositoryPlan {
  readonly organisation: string;
  readonly name: string;
  readonly pulls: number;
  readonly reverts: number;
  readonly deployments: number;
  readonly failedDeployments: number;
  readonly runs: number;
  readonly failedRuns: number;
  readonly from: number;
  readonly until: number;
  /** First id of the repository's deployments, statuses, runs and jobs. The ids of each kind are consecutive. */
  readonly firstId: number;
}

export function makeRepository(plan: RepositoryPlan): WorldRepository {
  const random = createRandomStream(`repository/${plan.name}`);
  const { commits, pulls } = makeHistory(plan, random.fork('history'));
  const shas = commits.map(({ sha }) => sha);
  return {
    name: plan.name,
    description: `The ${plan.name} of ${plan.organisation}`,
    defaultBranch: 'main',
    createdAt: formatInstant(plan.from),
    commits,
    pulls,
    deployments: makeDeployments(plan, shas, random.fork('deployments')),
    runs: makeRuns(plan, shas, random.fork('runs')),
  };
}

/** Returns the time of the item at `index`, if `count` items are spread evenly over the history. */
function timeOf({ from, until }: RepositoryPlan, index: number, count: number): number {
  return Math.round(from + ((until - from) * (index + 1)) / (count + 1));
}

/** Chooses `chosen` of `count` items at even distances, but never the first item. Returns whether the item at `index` is chosen. */
function isChosen(index: number, count: number, chosen: number): boolean {
  return index > 0 && Math.floor((index * chosen) / (count - 1)) > Math.floor(((index - 1) * chosen) / (count - 1));
}

/** Generates pull requests that are merged as one squashed commit each. A revert reverts the pull request before it. */
function makeHistory(plan: RepositoryPlan, random: RandomStream): { commits: WorldCommit[]; pulls: WorldPull[] } {
  const commits: WorldCommit[] = [];
  const pulls: WorldPull[] = [];
  for (let index = 0; index < plan.pulls; index += 1) {
    const number = index + 1;
    const mergedMs = timeOf(plan, index, plan.pulls);
    const before = pulls.at(-1);
    const reverted = isChosen(index, plan.pulls, plan.reverts) ? before : undefined;
    const author = random.pick(people);
    const title = reverted === undefined ? drawChangeTitle(random) : `Revert "${reverted.title}"`;
    const reason = drawSentences(random, random.int(1, 6));
    const body =
      reverted === undefined ? reason : `Reverts ${plan.organisation}/${plan.name}#${reverted.number}\n\n${reason}`;
    const files =
      reverted?.files ??
      Array.from(
        { length: random.int(1, 4) },
        () => `src/${drawComponentName(random)}/${drawComponentName(random)}.ts`,
      );
    const sha = createSha(1, `${plan.name}/${number}`);
    const name = drawChangeTitle(random).toLowerCase().replaceAll(' ', '-');
    pulls.push({
      number,
      title,
      body,
      state: 'closed',
      mergedAt: formatInstant(mergedMs),
      mergeCommitSha: sha,
      headRef: reverted === undefined ? name : `revert-${reverted.number}-${reverted.headRef}`,
      headSha: createSha(2, `${plan.name}/${number}`),
      author: author.login,
      createdAt: formatInstant(mergedMs - random.int(1, 48) * hourInMs),
      updatedAt: formatInstant(mergedMs),
      closedAt: formatInstant(mergedMs),
      files,
      labels: [],
    });
    const cause = reverted === undefined ? '' : `This reverts commit ${reverted.mergeCommitSha}.\n\n`;
    commits.push({
      sha,
      parents: commits.length === 0 ? [] : [commits.at(-1)?.sha ?? ''],
      message: `${title} (#${number})\n\n${cause}${reason}`,
      author,
      date: formatInstant(mergedMs),
      files,
    });
  }
  return { commits, pulls };
}

function makeDeployments(plan: RepositoryPlan, shas: readonly string[], random: RandomStream): WorldDeployment[] {
  return Array.from({ length: plan.deployments }, (_, index) => {
    const id = plan.firstId + index;
    const createdMs = timeOf(plan, index, plan.deployments);
    const failed = isChosen(index, plan.deployments, plan.failedDeployments);
    const logUrl = `https://ci.example.com/${plan.name}/${id}`;
    const status = (place: number, state: 'in_progress' | 'success' | 'failure', description: string) => {
      return {
        id: id * 10 + place,
        state,
        description,
        createdAt: formatInstant(createdMs + place * minuteInMs),
        logUrl,
      };
    };
    return {
      id,
      sha: shaAt(shas, index, plan.deployments),
      ref: 'main',
      environment: 'production',
      description: 'Deploy to production',
      createdAt: formatInstant(createdMs),
      creator: random.pick(people).login,
      statuses: [
        status(0, 'in_progress', 'Rolling out'),
        failed ? status(1, 'failure', drawSentences(random, 1)) : status(1, 'success', 'Rolled out'),
      ],
    };
  });
}

function makeRuns(plan: RepositoryPlan, shas: readonly string[], random: RandomStream): WorldRun[] {
  return Array.from({ length: plan.runs }, (_, index) => {
    const id = plan.firstId + index;
    const startedMs = timeOf(plan, index, plan.runs);
    const failed = isChosen(index, plan.runs, plan.failedRuns);
    const conclusion = failed ? ('failure' as const) : ('success' as const);
    const [startedAt, endedAt] = [formatInstant(startedMs), formatInstant(startedMs + 300_000)];
    const message = 'Process completed with exit code 1.';
    return {
      id,
      workflow: '.github/workflows/deploy.yml',
      name: 'Deploy',
      title: drawChangeTitle(random),
      event: 'push',
      branch: 'main',
      sha: shaAt(shas, index, plan.runs),
      actor: random.pick(people).login,
      createdAt: startedAt,
      attempts: [
        {
          conclusion,
          startedAt,
          updatedAt: endedAt,
          jobs: [
            {
              id: id * 10,
              name: 'deploy',
              conclusion,
              startedAt,
              completedAt: endedAt,
              steps: [
                { name: 'Set up job', conclusion: 'success' },
                { name: 'Roll out', conclusion },
              ],
              annotations: failed ? [{ path: '.github', line: 31, level: 'failure', title: '', message }] : [],
              log: failed ? logOf(random, startedMs, message) : null,
            },
          ],
        },
      ],
    };
  });
}

function logOf(random: RandomStream, startedMs: number, message: string): string {
  const lines = Array.from(
    { length: 40 },
    (_, line) => `Waiting for ${drawComponentName(random)}: ${line} of 40 pods are ready`,
  );
  const messages = [...lines, `error: ${drawSentences(random, 1)}`, `##[error]${message}`];
  return messages.map((text, line) => `${formatInstant(startedMs + line * 5_000)} ${text}`).join('\n');
}

function shaAt(shas: readonly string[], index: number, count: number): string {
  return shas[Math.floor((index * shas.length) / count)] ?? createSha(3, String(index));
}
