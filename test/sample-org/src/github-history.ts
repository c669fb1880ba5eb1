import { hourInMs, minuteInMs } from '@refrain/domain';
import type { WorldCommit, WorldDeployment, WorldPull, WorldRepository, WorldRun } from '@refrain/emulators';
import { formatInstant } from './calendar.ts';
import { listCodeOwnersFiles } from './code-owners.ts';
import { organisationName } from './company.ts';
import { deploymentMinutes } from './episode-plan.ts';
import type { PlannedJob } from './job-logs/write-job-log.ts';
import type { PlannedCommit, PlannedDeployment, WrittenChange } from './planned-change.ts';
import { fillPullTemplate, pickPullTemplate } from './pull-template.ts';
import { createRandomStream, createSha } from './random-stream.ts';
import { writeRevert } from './revert-text.ts';
import { pickCommitTrailerStyle, writeCommitTrailers } from './trailers.ts';

interface Mainline extends WrittenChange {
  readonly at: number;
  readonly parent: string;
  readonly subject: string;
}

export interface RepositoryPlan {
  readonly name: string;
  readonly description: string;
  readonly createdAt: number;
  /** Whether pull requests are merged with a merge commit instead of squashed. */
  readonly merges: boolean;
  readonly commits: readonly PlannedCommit[];
  readonly deployments: readonly PlannedDeployment[];
}

/** Writes the GitHub history of one planned repository. Numbers ascend by time of creation, and commits are sorted by time. */
export function writeGitHubHistory(
  plan: RepositoryPlan,
  seed: number,
  deploymentIds: ReadonlyMap<string, number>,
): { repository: WorldRepository; placed: Map<string, WrittenChange> } {
  const random = createRandomStream(`${seed}/history/${plan.name}`);
  const fullName = `${organisationName}/${plan.name}`;
  const acts = [...plan.commits].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  const numbers = numberPulls(acts, random.fork('numbers'));
  const placed = new Map<string, WrittenChange>();
  const mainline = new Map<string, Mainline>();
  const line: Mainline[] = [];
  const trailerStyle = pickCommitTrailerStyle(random.fork('trailers'));
  const pullTemplate = pickPullTemplate(random.fork('pull template'));
  const commits: (WorldCommit & { order: number })[] = [];
  const pulls: WorldPull[] = [];

  for (const act of acts) {
    const number = numbers.get(act.key) ?? null;
    const sha = createSha(seed, `${plan.name}/${act.key}`);
    const previous = line.at(-1);
    const targets = (act.reverts?.keys ?? []).map((key) => mainline.get(key)).filter((target) => target !== undefined);
    const chance = act.hasOwnRandomStream ? random.fork(act.key) : random;
    const text =
      act.reverts === undefined
        ? { title: act.title, body: act.body, commitBody: act.body }
        : writeRevert(act.reverts.form, targets, act.reverts.reason, fullName, chance);
    const formalities = random.fork(`formalities/${act.key}`);
    const commitBody = joinMessage(
      text.commitBody,
      writeCommitTrailers(trailerStyle, act.author, plan.name, formalities),
    );
    // GitHub's revert button writes its own description, without the repository's template.
    const pullBody =
      act.reverts?.form === 'button' ? text.body : fillPullTemplate(pullTemplate, text.body, formalities);
    const author = { login: act.author.login, name: act.author.name, email: act.author.email };
    const branch = branchName(act, targets, number);
    const mergesBranch = plan.merges && act.pull !== null && previous !== undefined;
    const branchSha = mergesBranch ? createSha(seed, `${plan.name}/${act.key}/branch`) : null;
    const subject = mergesBranch
      ? `Merge pull request #${number} from ${organisationName}/${branch}`
      : number === null
        ? text.title
        : `${text.title} (#${number})`;
    if (branchSha !== null && act.pull !== null) {
      const at = Math.min(Math.max(act.pull.createdAt - 5 * minuteInMs, (line[0]?.at ?? 0) + 1), act.at - minuteInMs);
      const base = line.findLast((commit) => commit.at <= at) ?? line[0];
      commits.push({
        sha: branchSha,
        parents: base === undefined ? [] : [base.sha],
        message: joinMessage(text.title, commitBody),
        author,
        date: formatInstant(at),
        files: [...act.files],
        order: at,
      });
    }
    commits.push({
      sha,
      parents: [previous?.sha, branchSha].filter((parent) => typeof parent === 'string'),
      message: joinMessage(subject, mergesBranch ? text.title : commitBody),
      author,
      date: formatInstant(act.at),
      files: [...act.files],
      order: act.at,
    });
    if (act.pull !== null && number !== null) {
      pulls.push({
        number,
        title: text.title,
        body: pullBody,
        state: 'closed',
        mergedAt: formatInstant(act.at),
        mergeCommitSha: sha,
        headRef: branch,
        headSha: branchSha ?? createSha(seed, `${plan.name}/${act.key}/head`),
        author: act.author.login,
        createdAt: formatInstant(act.pull.createdAt),
        updatedAt: formatInstant(act.at + chance.int(0, 3) * minuteInMs),
        closedAt: formatInstant(act.at),
        files: [...act.files],
        labels: chance.chance(0.2) ? [chance.pick(['chore', 'enhancement', 'urgent', 'skip-notes'])] : [],
      });
    }
    const entry: Mainline = {
      id: number === null ? `${fullName}@${sha}` : `${fullName}#${number}`,
      kind: number === null ? 'commit' : 'merged_pull_request',
      number,
      sha,
      branchSha,
      title: text.title,
      at: act.at,
      parent: previous?.sha ?? sha,
      subject,
    };
    mainline.set(act.key, entry);
    placed.set(act.key, entry);
    line.push(entry);
  }

  const abandoned = abandonPulls(pulls, random.fork('abandoned'));
  const deployments = writeDeployments(plan, line, mainline, deploymentIds, placed);
  const runs = writeWorkflowRuns(plan, deployments, deploymentIds, placed);
  const owners = listCodeOwnersFiles(plan.name);
  commits.sort((a, b) => a.order - b.order);
  return {
    repository: {
      name: plan.name,
      description: plan.description,
      defaultBranch: 'main',
      createdAt: formatInstant(plan.createdAt),
      commits: commits.map(({ order: _, ...commit }) => commit),
      pulls: [...pulls, ...abandoned].sort((a, b) => a.number - b.number),
      deployments,
      ...(owners.length === 0 ? {} : { files: owners }),
      ...(runs.length === 0 ? {} : { runs }),
    },
    placed,
  };
}

function joinMessage(first: string, second: string): string {
  return [first, second].filter((part) => part !== '').join('\n\n');
}

function branchName(act: PlannedCommit, targets: readonly Mainline[], number: number | null): string {
  const [first] = targets;
  if (act.reverts?.form === 'button' && first?.number != null)
    return `revert-${first.number}-${act.pull?.branch ?? 'change'}`;
  return act.pull?.branch ?? `change-${number}`;
}

/** Adds pull requests that were closed without a merge or are still open. They get unused numbers. */
function abandonPulls(pulls: readonly WorldPull[], random: ReturnType<typeof createRandomStream>): WorldPull[] {
  const taken = new Set(pulls.map(({ number }) => number));
  const beforeGaps = pulls.filter(({ number }) => !taken.has(number + 1) && taken.has(number + 2));
  return beforeGaps
    .filter(() => random.chance(0.5))
    .map((pull) => {
      const createdAt = formatInstant(Date.parse(pull.createdAt) + minuteInMs);
      const closedAt = random.chance(0.7) ? pull.updatedAt : null;
      return {
        ...pull,
        number: pull.number + 1,
        title: `${random.pick(['wip:', 'Draft', 'Other way to'])} ${pull.title}`,
        body: '',
        state: closedAt === null ? 'open' : 'closed',
        mergedAt: null,
        mergeCommitSha: null,
        headRef: `${pull.headRef}-2`,
        headSha: pull.headSha.split('').reverse().join(''),
        createdAt,
        updatedAt: closedAt ?? createdAt,
        closedAt,
        labels: [],
      } satisfies WorldPull;
    });
}

/** Numbers pull requests by time of creation. Leaves gaps for issues and closed pull requests. */
function numberPulls(
  acts: readonly PlannedCommit[],
  random: ReturnType<typeof createRandomStream>,
): Map<string, number> {
  const numbers = new Map<string, number>();
  let next = 0;
  const opened = acts.flatMap(({ key, pull }) => (pull === null ? [] : [{ key, createdAt: pull.createdAt }]));
  for (const { key } of opened.sort((a, b) => a.createdAt - b.createdAt || (a.key < b.key ? -1 : 1))) {
    next += random.chance(0.25) ? random.int(2, 4) : 1;
    numbers.set(key, next);
  }
  return numbers;
}

function writeDeployments(
  plan: RepositoryPlan,
  line: readonly Mainline[],
  mainline: ReadonlyMap<string, Mainline>,
  ids: ReadonlyMap<string, number>,
  placed: Map<string, WrittenChange>,
): WorldDeployment[] {
  const acts = [...plan.deployments].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  return acts.map((act, index) => {
    const commit = (act.of === null ? line.findLast(({ at }) => at <= act.at) : mainline.get(act.of)) ?? line[0];
    if (commit === undefined) throw new RangeError(`${plan.name} has no commit to deploy`);
    const id = ids.get(act.key) ?? 0;
    const description = act.of !== null ? commit.title.slice(0, 120) : `${plan.name} to ${act.environment}`;
    const runOf = act.job === undefined ? act.repeats : act.key;
    const logUrl =
      runOf === undefined
        ? `https://ci.larkhaul.net/${plan.name}/runs/${id}`
        : `https://github.com/${organisationName}/${plan.name}/actions/runs/${createRunId(ids.get(runOf) ?? 0)}`;
    // GitHub itself sets statuses without a description.
    const isSilent = act.job !== undefined && id % 5 < 2;
    const status = (offset: number, state: WorldDeployment['statuses'][number]['state'], text: string, at: number) => ({
      id: id * 10 + offset,
      state,
      description: text.slice(0, 140),
      createdAt: formatInstant(at),
      logUrl,
    });
    const ended = act.at + deploymentMinutes[act.outcome] * minuteInMs;
    const statuses = [
      status(1, 'in_progress', 'rollout started', act.at + minuteInMs),
      status(2, act.outcome, isSilent ? '' : act.detail, ended),
    ];
    if (id % 3 === 0) statuses.unshift(status(0, 'queued', '', act.at));
    const next = acts
      .slice(index + 1)
      .find((later) => later.environment === act.environment && later.outcome === 'success');
    if (act.outcome === 'success' && next !== undefined && next.at + 4 * minuteInMs > ended) {
      statuses.push(status(3, 'inactive', '', Math.min(next.at + 4 * minuteInMs, ended + 400 * 24 * hourInMs)));
    }
    placed.set(act.key, {
      id: `${organisationName}/${plan.name}#deployment/${id}`,
      kind: 'deployment',
      number: null,
      sha: commit.sha,
      branchSha: null,
      title: description,
    });
    return {
      id,
      sha: commit.sha,
      ref: 'main',
      environment: act.environment,
      description,
      createdAt: formatInstant(act.at),
      creator: act.creator.login,
      statuses,
    };
  });
}

const createRunId = (deploymentId: number) => 7_000_000_000 + deploymentId;

/** Writes the runs of GitHub Actions in which deployments failed. A repetition is another attempt of the same run. */
function writeWorkflowRuns(
  plan: RepositoryPlan,
  deployments: readonly WorldDeployment[],
  ids: ReadonlyMap<string, number>,
  placed: ReadonlyMap<string, WrittenChange>,
): WorldRun[] {
  const written = new Map(deployments.map((deployment) => [deployment.id, deployment]));
  const repetitions = new Map(
    plan.deployments.flatMap((act) => (act.repeats === undefined ? [] : [[act.repeats, act]])),
  );
  return plan.deployments.flatMap(({ key, at, job, creator }) => {
    const deployment = written.get(ids.get(key) ?? 0);
    if (job === undefined || deployment === undefined) return [];
    const id = createRunId(deployment.id);
    const repetition = repetitions.get(key);
    return [
      {
        id,
        workflow: `.github/workflows/${job.workflow.toLowerCase()}.yml`,
        name: job.workflow,
        title: placed.get(key)?.title ?? job.workflow,
        event: 'push',
        branch: 'main',
        sha: deployment.sha,
        actor: creator.login,
        createdAt: deployment.createdAt,
        attempts: [
          writeFailedAttempt(id, at, job),
          ...(repetition === undefined ? [] : [writeRepeatedAttempt(id, repetition.at, job)]),
        ],
      },
    ];
  });
}

function writeFailedAttempt(runId: number, at: number, { name, steps, log }: PlannedJob): WorldRun['attempts'][number] {
  const completedAt = formatInstant(at + deploymentMinutes.failure * minuteInMs);
  const startedAt = formatInstant(at + minuteInMs);
  const annotations = [
    { path: '.github', line: 1, level: 'failure' as const, title: '', message: 'Process completed with exit code 1.' },
  ];
  const job = { id: runId * 10, name, conclusion: 'failure' as const, startedAt, completedAt, steps: [...steps] };
  return { conclusion: 'failure', startedAt, updatedAt: completedAt, jobs: [{ ...job, annotations, log }] };
}

function writeRepeatedAttempt(runId: number, at: number, { name }: PlannedJob): WorldRun['attempts'][number] {
  const completedAt = formatInstant(at + deploymentMinutes.success * minuteInMs);
  const startedAt = formatInstant(at);
  const job = { id: runId * 10 + 1, name, conclusion: 'success' as const, startedAt, completedAt, steps: [] };
  return { conclusion: 'success', startedAt, updatedAt: completedAt, jobs: [{ ...job, annotations: [], log: null }] };
}
