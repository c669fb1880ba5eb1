import { dayInMs, hourInMs, minuteInMs } from '@refrain/domain';
import { findNextWorkingTime } from './calendar.ts';
import type { CompanyService } from './company.ts';
import { episodeShapeParts } from './episode-shapes.ts';
import { planIncident } from './incident-plan.ts';
import { writeJobLog } from './job-logs/write-job-log.ts';
import { bots, people } from './people.ts';
import type { IncidentPlan, PlannedChange, PlannedCommit, PlannedDeployment, RevertMethod } from './planned-change.ts';
import type { RandomStream } from './random-stream.ts';
import { createTextWriter } from './text-writer.ts';
import type { Shape, Theme } from './theme.ts';
import { everydayChangeTitles } from './themes/everyday.ts';
import { pullTemplates } from './themes/shared.ts';

export interface EpisodeSpec {
  readonly id: string;
  readonly theme: Theme;
  readonly shape: Shape;
  readonly service: CompanyService;
  readonly repository: string;
  readonly at: number;
}

export interface EpisodePlan {
  readonly order: EpisodeSpec;
  readonly acts: readonly PlannedChange[];
  readonly incidents: readonly IncidentPlan[];
  readonly failed: {
    readonly incidents: string[];
    readonly deployments: string[];
    readonly revert: string | null;
    /** Reverts of the other commits, if several commits are reverted together. `revert` reverts the first commit. */
    readonly stacked?: readonly string[];
  };
  readonly causedBy: string | null;
  readonly resolvedBy: string | null;
}

/** Minutes from the start of a deployment to its end. */
export const deploymentMinutes = { success: 4, failure: 7, error: 7 } as const;
/** Share of the failed deployments that ran in GitHub Actions and therefore have a log. */
const withJob = 0.85;
const deployedAfterRevert = 0.7;

const revertForms: Readonly<Record<RevertMethod, number>> = {
  button: 42,
  command: 24,
  command_pushed: 14,
  by_hand: 12,
  by_hand_pushed: 8,
};

/** Plans one episode: the causing change, the deployment, the incident and the resolution. */
export function planEpisode(
  order: EpisodeSpec,
  services: readonly CompanyService[],
  random: RandomStream,
  bags: Map<readonly string[], string[]>,
): EpisodePlan {
  const { id, theme, shape, service, repository } = order;
  const parts = episodeShapeParts[shape];
  const voice = createTextWriter(service, theme.slots, random, bags);
  const files = () => [
    ...new Set([voice.sayOne(theme.files), voice.sayOne(theme.files), ...(random.chance(0.3) ? ['CHANGELOG.md'] : [])]),
  ];
  const branch = (title: string) =>
    title
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/gu, '-')
      .slice(0, 40)
      .replaceAll(/^-|-$/gu, '') || 'change';
  const acts: PlannedChange[] = [];
  const commit = (suffix: string, at: number, title: string, text: string): PlannedCommit => {
    const pushed = random.chance(0.06);
    const act: PlannedCommit = {
      type: 'commit',
      key: `${id}/${suffix}`,
      repository,
      at,
      pull: pushed
        ? null
        : { createdAt: at - random.int(20, suffix === 'culprit' ? 4_000 : 40) * minuteInMs, branch: branch(title) },
      title,
      body: voice.say(random.pick(pullTemplates).replace('{text}', text)),
      files: files(),
      author: title.startsWith('build(deps)') ? (bots[1] ?? random.pick(people)) : random.pick(people),
    };
    acts.push(act);
    return act;
  };
  const deploy = (
    suffix: string,
    at: number,
    of: string,
    outcome: PlannedDeployment['outcome'],
    detail: string,
    more: Partial<Pick<PlannedDeployment, 'environment' | 'job' | 'repeats'>> = {},
    chance = random,
  ): PlannedDeployment => {
    const creator = chance.chance(0.7) ? (bots[0] ?? chance.pick(people)) : chance.pick(people);
    const act: PlannedDeployment = {
      type: 'deploy',
      key: `${id}/${suffix}`,
      repository,
      at,
      of,
      environment: chance.chance(outcome === 'success' ? 0.02 : 0.2) ? 'staging' : 'production',
      outcome,
      detail,
      creator,
      ...more,
    };
    acts.push(act);
    return act;
  };

  const planJob = (suffix: string, at: number) => {
    const chance = random.fork(`job/${suffix}`);
    const [from, until] = [at + minuteInMs, at + deploymentMinutes.failure * minuteInMs];
    const order = { theme, service, from, until, constants: voice.constants };
    return chance.chance(withJob) || parts.ending === 'retry' ? writeJobLog(order, chance) : null;
  };

  const failed = { incidents: [] as string[], deployments: [] as string[], revert: null as string | null };
  let clock = parts.caused ? findNextWorkingTime(order.at, random) : order.at;
  const culprit = parts.caused
    ? commit(
        'culprit',
        clock,
        voice.sayOne(theme.changes),
        voice.say(random.pick(['{ticket}', 'as discussed with {who}', 'part of {ticket}, no risk', '{topic}', ''])),
      )
    : null;
  if (culprit !== null) {
    clock += random.int(5, 45) * minuteInMs;
    for (let attempt = 0; attempt < parts.failedDeployments; attempt += 1) {
      const suffix = `failed-${attempt}`;
      const job = planJob(suffix, clock);
      const outcome = random.chance(0.2) ? 'error' : 'failure';
      const detail = voice.sayOne(theme.deploys);
      failed.deployments.push(deploy(suffix, clock, culprit.key, outcome, detail, job === null ? {} : { job }).key);
      clock += random.int(12, 50) * minuteInMs;
    }
    if (parts.failedDeployments === 0 && theme.repository === undefined && random.chance(0.85)) {
      deploy('live', clock, culprit.key, 'success', 'rollout complete');
      clock += 5 * minuteInMs;
    }
    const [low, high] = theme.lag ?? [5, 120];
    if (parts.incidents > 0)
      clock += parts.failedDeployments > 0 ? random.int(1, 12) * minuteInMs : random.int(low, high) * minuteInMs;
    else clock += random.int(20, 900) * minuteInMs;
  }
  const pagedAt = clock;
  const remedyKey = parts.ending === null || parts.ending === 'retry' ? null : `${id}/${parts.ending}`;
  const length = random.weighted({ short: 6, long: 3, longer: 1 });
  const lasting =
    length === 'short'
      ? random.int(12, 75) * minuteInMs
      : length === 'long'
        ? random.int(75, 300) * minuteInMs
        : random.int(5, 15) * hourInMs;
  let endedAt = pagedAt + lasting;
  if (parts.ending === 'revert' && culprit !== null) {
    const reason =
      voice.note(theme.reverts) +
      (parts.incidents > 0 && random.chance(0.25) ? voice.say(' <see page|incident> {big}') : '');
    const form = culprit.pull === null ? 'command' : random.weighted(revertForms);
    const pushed = form === 'command_pushed' || form === 'by_hand_pushed';
    const companion =
      form !== 'button' && random.chance(0.3)
        ? commit('companion', culprit.at - random.int(10, 200) * minuteInMs, voice.sayOne(everydayChangeTitles), '')
        : null;
    const at = Math.max(endedAt - random.int(3, 10) * minuteInMs, pagedAt + 4 * minuteInMs);
    acts.push({
      type: 'commit',
      key: `${id}/revert`,
      repository,
      at,
      pull: pushed
        ? null
        : {
            createdAt: Math.max(at - random.int(2, 30) * minuteInMs, pagedAt + minuteInMs),
            branch: branch(culprit.title),
          },
      title: '',
      body: '',
      files: culprit.files,
      author: random.pick(people),
      reverts: { keys: [culprit.key, ...(companion === null ? [] : [companion.key])], form, reason },
    });
    failed.revert = `${id}/revert`;
    endedAt = Math.max(endedAt, at + 2 * minuteInMs);
    const chance = random.fork('deployed after revert');
    const [first] = acts.filter((act) => act.type === 'deploy' && act.key === failed.deployments[0]);
    if (first?.type === 'deploy' && chance.chance(deployedAfterRevert)) {
      const { environment } = first;
      deploy('taken-back', at + minuteInMs, `${id}/revert`, 'success', 'rollout complete', { environment }, chance);
    }
  } else if (parts.ending === 'retry' && culprit !== null) {
    const first = acts.find((act) => act.key === failed.deployments[0]);
    if (first?.type === 'deploy')
      deploy('retried', clock, culprit.key, 'success', 'rollout complete', {
        environment: first.environment,
        repeats: first.key,
      });
  } else if (parts.ending === 'fix') {
    const at = endedAt - random.int(3, 8) * minuteInMs;
    commit('fix', at, voice.sayOne(theme.fixes), voice.note(theme.endings));
    if (theme.repository === undefined && random.chance(0.6))
      deploy('fixed', at + minuteInMs, `${id}/fix`, 'success', 'rollout complete');
  }

  const incidents: IncidentPlan[] = [];
  for (let index = 0; index < parts.incidents; index += 1) {
    const others = services.filter(({ slug }) => slug !== service.slug);
    const similar = others.filter(({ slug }) => theme.services.includes(slug));
    const paged = index === 0 ? service : random.pick(similar.length > 0 ? similar : others);
    const speaker = index === 0 ? voice : createTextWriter(paged, theme.slots, random, bags, voice.constants);
    const at = pagedAt + index * random.int(2, 14) * minuteInMs;
    const plan = planIncident(
      {
        key: `${id}/page-${index}`,
        theme,
        service: paged,
        at,
        resolvedAt: Math.min(endedAt + random.int(1, 25) * minuteInMs, at + 6 * dayInMs),
        culprit: culprit?.key ?? null,
        remedy: remedyKey,
      },
      speaker,
      random,
    );
    incidents.push(plan);
    failed.incidents.push(plan.key);
  }
  // A deployment that succeeds unchanged does not fail because of its change.
  const causedBy = parts.ending === 'retry' ? null : (culprit?.key ?? null);
  return { order, acts, incidents, failed, causedBy, resolvedBy: remedyKey };
}
