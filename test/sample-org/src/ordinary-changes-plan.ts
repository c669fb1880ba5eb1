import { dayInMs, minuteInMs } from '@refrain/domain';
import { findNextWorkingTime, pickRandomTime, type Span } from './calendar.ts';
import { services } from './company.ts';
import type { EpisodePlan } from './episode-plan.ts';
import { bots, people } from './people.ts';
import type { PlannedChange, PlannedCommit } from './planned-change.ts';
import type { RandomStream } from './random-stream.ts';
import { createTextWriter, type TextWriter } from './text-writer.ts';
import {
  everydayChangeBodies,
  everydayChangeTitles,
  everydayPushTitles,
  plannedRevertReasons,
} from './themes/everyday.ts';
import { pullTemplates } from './themes/shared.ts';
import type { PlannedRevertKind } from './truth.ts';

export interface PlannedRevert {
  readonly kind: PlannedRevertKind;
  readonly revert: string;
  readonly reverted: string;
}

export interface OrdinaryChangesPlan {
  readonly acts: readonly PlannedChange[];
  readonly plannedReverts: readonly PlannedRevert[];
  readonly reapplied: readonly { readonly reapply: string; readonly revert: string }[];
  /** Changes that happen by coincidence shortly before an incident. */
  readonly coincidences: readonly { readonly incident: string; readonly change: string }[];
}

const changeTriggers = new Set(['deployment', 'config_push', 'maintenance', 'dependency_change']);

/**
 * Plans all changes that cause no failure. `planned` is the number of changes that are planned already: the more there are, the fewer
 * ordinary changes are added.
 */
export function planOrdinaryChanges(
  wanted: number,
  episodes: readonly EpisodePlan[],
  repositories: readonly string[],
  span: Span,
  random: RandomStream,
  planned = 0,
): OrdinaryChangesPlan {
  const bags = new Map<readonly string[], string[]>();
  const acts: PlannedChange[] = [];
  const scale = wanted / 2_000;
  let serial = 0;
  const voiceOf = (repository: string): TextWriter =>
    createTextWriter(services.find(({ slug }) => slug === repository) ?? random.pick(services), {}, random, bags);
  const commit = (
    repository: string,
    at: number,
    title: string,
    body: string,
    extra: Partial<Pick<PlannedCommit, 'pull' | 'reverts' | 'files'>> = {},
  ): PlannedCommit => {
    serial += 1;
    const voice = voiceOf(repository);
    const act: PlannedCommit = {
      type: 'commit',
      key: `everyday/${serial}`,
      repository,
      at,
      pull: {
        createdAt: at - random.int(15, 5_000) * minuteInMs,
        branch:
          title
            .toLowerCase()
            .replaceAll(/[^a-z0-9]+/gu, '-')
            .slice(0, 38) || 'change',
      },
      title,
      body,
      files: [
        voice.say('src/{topicslug}/{noun}.ts'),
        ...(random.chance(0.4) ? [voice.say('src/{topicslug}/{noun}.test.ts')] : []),
      ],
      author: /^(?:Bump|chore\(deps\)|build\(deps\))/u.test(title)
        ? (bots[1] ?? random.pick(people))
        : random.pick(people),
      ...extra,
    };
    acts.push(act);
    return act;
  };
  const deploy = (repository: string, at: number, of: string | null, environment: 'production' | 'staging') => {
    serial += 1;
    const key = `everyday/${serial}`;
    acts.push({
      type: 'deploy',
      key,
      repository,
      at,
      of,
      environment,
      outcome: 'success',
      detail: random.pick(['rollout complete', 'ok', 'healthy', '']),
      creator: bots[0] ?? random.pick(people),
    });
    return key;
  };
  const work = (repository: string, at: number) => {
    const voice = voiceOf(repository);
    return commit(
      repository,
      at,
      voice.sayOne(everydayChangeTitles),
      voice.say(random.pick(pullTemplates).replace('{text}', voice.sayOne(everydayChangeBodies))),
    );
  };
  const someday = (last = 15) =>
    findNextWorkingTime(
      pickRandomTime({ from: span.from, until: span.until - last * dayInMs }, undefined, random),
      random,
    );

  const coincidences: { incident: string; change: string }[] = [];
  const quiet = episodes.filter(
    ({ causedBy, incidents, order }) =>
      causedBy === null && incidents.length > 0 && !changeTriggers.has(order.theme.trigger),
  );
  for (const { order, failed } of random.shuffle(quiet).slice(0, Math.floor(60 * Math.min(1, scale)))) {
    const [incident] = failed.incidents;
    if (incident === undefined) continue;
    const at = order.at - random.int(6, 45) * minuteInMs;
    const merged = work(order.service.slug, at);
    const change = random.chance(0.75)
      ? deploy(order.service.slug, at + 3 * minuteInMs, merged.key, 'production')
      : merged.key;
    coincidences.push({ incident, change });
  }

  const plannedReverts: PlannedRevert[] = [];
  for (let index = 0; index < Math.floor(48 * Math.min(1, scale)); index += 1) {
    const kind = (['toggle', 'version_bump', 'reland', 'temporary'] as const)[index % 4] ?? 'toggle';
    const repository =
      kind === 'toggle' && random.chance(0.5) && repositories.includes('feature-switches')
        ? 'feature-switches'
        : random.pick(repositories);
    const voice = voiceOf(repository);
    const at = someday(30);
    const reverted = commit(
      repository,
      at,
      voice.say(random.pick(plannedRevertReasons[kind].changes)),
      voice.sayOne(everydayChangeBodies),
    );
    const later = findNextWorkingTime(at + random.int(1, kind === 'reland' ? 3 : 20) * dayInMs, random);
    const form = random.weighted({ button: 5, command: 3, command_pushed: 2, by_hand: 1 });
    const revert = commit(repository, later, '', '', {
      pull: form === 'command_pushed' ? null : { createdAt: later - 20 * minuteInMs, branch: 'planned' },
      files: reverted.files,
      reverts: { keys: [reverted.key], form, reason: voice.sayOne(plannedRevertReasons[kind].reasons) },
    });
    plannedReverts.push({ kind, revert: revert.key, reverted: reverted.key });
  }

  const reapplied: { reapply: string; revert: string }[] = [];
  const reverts = episodes.flatMap(({ acts: done, failed }) =>
    done.filter((act) => act.type === 'commit' && act.key === failed.revert),
  );
  for (const revert of random.shuffle(reverts).slice(0, Math.floor(18 * Math.min(1, scale)))) {
    const at = findNextWorkingTime(revert.at + random.int(1, 3) * dayInMs, random);
    const reapply = commit(revert.repository, at, '', '', {
      pull: { createdAt: at - 30 * minuteInMs, branch: 'again' },
      files: revert.type === 'commit' ? revert.files : [],
      reverts: {
        keys: [revert.key],
        form: random.pick(['button', 'command']),
        reason: random.pick([
          'with the cause removed',
          'second attempt, tested on a copy',
          'now with the limits right',
        ]),
      },
    });
    reapplied.push({ reapply: reapply.key, revert: revert.key });
  }

  const busy = repositories.flatMap((repository) =>
    services.some(({ slug }) => slug === repository) ? [repository, repository, repository] : [repository],
  );
  while (acts.length < wanted - planned) {
    const remaining = wanted - planned - acts.length;
    const repository = random.pick(busy);
    const at = someday();
    const kind = random.weighted({ pull: 6, live: 5, staged: 2, push: 3 });
    if (kind === 'push' || remaining < 2)
      commit(repository, at, voiceOf(repository).sayOne(everydayPushTitles), '', { pull: null });
    else if (kind === 'pull' || !services.some(({ slug }) => slug === repository)) work(repository, at);
    else {
      const merged = work(repository, at);
      if (kind === 'staged' && remaining > 2) deploy(repository, at + 10 * minuteInMs, merged.key, 'staging');
      deploy(repository, at + random.int(15, 300) * minuteInMs, merged.key, 'production');
    }
  }
  return { acts, plannedReverts, reapplied, coincidences };
}
