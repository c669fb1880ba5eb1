import type { GitHubEmulator } from '@refrain/emulators';
import type { RandomStream } from '@refrain/sample-org';
import { createSerialQueue, type SerialQueue } from './serial-queue.ts';

export interface RepositoryNameHistory {
  name: string | null;
  readonly formerNames: string[];
}

interface TestSubject<State> {
  readonly lane: SerialQueue;
  readonly repository: RepositoryNameHistory;
  readonly id: Promise<number>;
  state: State;
}
interface Pull extends TestSubject<'merged' | 'reverted'> {
  readonly title: string;
}

const weights = {
  push: 8,
  merge: 10,
  revert: 2,
  deploy: 8,
  deployStatus: 10,
  run: 6,
  rerun: 3,
  issue: 4,
  edit: 3,
  close: 3,
  label: 1,
  comment: 3,
  postMortem: 2,
};
type Kind = keyof typeof weights;

export interface RepositoryEvents {
  /** Performs a random event. Resolves after the emulator has applied it and attempted to deliver its webhooks. */
  next(mark: string): Promise<unknown>;
  /** Lists all reverts so far, each as the repository and the reverting commit. */
  listReverts(): Promise<readonly { readonly repository: RepositoryNameHistory; readonly sha: string }[]>;
  rename(): Promise<unknown>;
  /** Deletes a repository once all of its pending events are applied. */
  remove(): Promise<unknown>;
  readonly repositories: readonly RepositoryNameHistory[];
}

export interface RepositoryEventOptions {
  readonly names: readonly string[];
  readonly organisation: string;
  readonly postMortems: { readonly repository: string; readonly folder: string };
}

/** Creates events that depend only on the seed, and not on when webhook deliveries succeed. */
export function createRepositoryEvents(
  { act }: GitHubEmulator,
  { names, organisation, postMortems }: RepositoryEventOptions,
  random: RandomStream,
): RepositoryEvents {
  const repositories: RepositoryNameHistory[] = names.map((name) => ({ name, formerNames: [] }));
  const present = [...repositories];
  const inFlight = new Map<RepositoryNameHistory, Promise<unknown>[]>();
  const keeper = repositories.find(({ name }) => name === postMortems.repository);
  let pulls: Pull[] = [];
  let deployments: TestSubject<'begun' | 'failed' | 'done'>[] = [];
  let runs: TestSubject<'failed' | 'green'>[] = [];
  let issues: TestSubject<'open' | 'closed'>[] = [];
  const files: { readonly lane: SerialQueue; readonly path: string }[] = [];
  const reverts: Promise<{ readonly repository: RepositoryNameHistory; readonly sha: string }>[] = [];

  const one = <T>(candidates: readonly T[]): T | undefined =>
    candidates.length === 0 ? undefined : random.pick(candidates);
  /** Runs `work` for the repository, with the name that the repository has when the work starts. */
  async function within<T>(
    repository: RepositoryNameHistory,
    lane: SerialQueue,
    work: (repository: string) => Promise<T>,
  ): Promise<T> {
    const done = lane.run(() => work(repository.name ?? ''));
    inFlight.set(repository, [...(inFlight.get(repository) ?? []), done]);
    return done;
  }
  function begin<T, State>(
    things: TestSubject<State>[],
    state: State,
    work: (repository: string) => Promise<T>,
    idOf: (made: T) => number,
  ): Promise<T> {
    const repository = random.pick(present);
    const lane = createSerialQueue();
    const done = within(repository, lane, work);
    things.push({ lane, repository, id: done.then(idOf), state });
    return done;
  }
  function change<State>(
    thing: TestSubject<State> | undefined,
    work: (id: number, repository: string) => Promise<unknown>,
    state = thing?.state,
  ): Promise<unknown> | null {
    if (thing === undefined || state === undefined) return null;
    thing.state = state;
    return within(thing.repository, thing.lane, async (repository) => work(await thing.id, repository));
  }

  function push(mark: string): Promise<unknown> {
    const message = `Tighten the timeout of ${mark}`;
    return within(random.pick(present), createSerialQueue(), (repository) => act.pushCommit({ repository, message }));
  }
  function merge(mark: string): Promise<unknown> {
    const title = `Raise the limit of ${mark}`;
    const files = [`src/${mark}.ts`];
    const repository = random.pick(present);
    const lane = createSerialQueue();
    const merged = within(repository, lane, (name) => act.mergePull({ repository: name, title, files }));
    pulls.push({ lane, repository, title, state: 'merged', id: merged.then(({ number }) => number) });
    return merged;
  }
  function revert(pull: Pull | undefined): Promise<unknown> | null {
    const title = `Revert "${pull?.title}"`;
    const done = change(
      pull,
      async (id, repository) => {
        const body = `Reverts ${organisation}/${repository}#${id}`;
        const merged = act.mergePull({ repository, title, body, headRef: `revert-${id}-change-${id}` });
        reverts.push(
          merged.then(({ mergeCommitSha }) => ({ repository: (pull as Pull).repository, sha: mergeCommitSha ?? '' })),
        );
        return merged;
      },
      'reverted',
    );
    return done;
  }
  function deployStatus(mark: string): Promise<unknown> | null {
    const deployment = one(deployments.filter(({ state }) => state !== 'done').slice(0, 30));
    const state = random.weighted({ failure: 3, error: 1, success: 5, in_progress: 2 });
    const next = state === 'success' ? 'done' : state === 'in_progress' ? deployment?.state : 'failed';
    return change(
      deployment,
      (deploymentId, repository) =>
        act.addDeploymentStatus({ repository, deploymentId, state, description: `The probe of ${mark} ${state}` }),
      next,
    );
  }
  function run(mark: string): Promise<unknown> {
    const conclusion = random.weighted({ failure: 4, success: 4, timed_out: 1, cancelled: 1, skipped: 1 });
    const state = conclusion === 'failure' || conclusion === 'timed_out' ? 'failed' : 'green';
    const log = `Shipping ${mark}\n##[error]The quota of ${mark} is used up`;
    return begin(
      runs,
      state,
      (repository) => act.runFinished({ repository, conclusion, title: `Ship ${mark}`, jobs: [{ log }] }),
      ({ id }) => id,
    );
  }
  function postMortem(mark: string): Promise<unknown> | null {
    if (keeper === undefined) return null;
    const known = random.chance(0.4) ? one(files) : undefined;
    const file = known ?? { lane: createSerialQueue(), path: `${postMortems.folder}/2026-10-01-outage-${mark}.md` };
    if (known === undefined) files.push(file);
    const content = `# Outage of ${mark}\n\nThe queue was full, and nobody was told.\n`;
    return within(keeper, file.lane, (repository) => act.writeFile({ repository, path: file.path, content }));
  }
  function happen(kind: Kind, mark: string): Promise<unknown> | null {
    switch (kind) {
      case 'push':
        return push(mark);
      case 'merge':
        return merge(mark);
      case 'revert':
        return revert(one(pulls.filter(({ state }) => state === 'merged').slice(-50)));
      case 'deploy': {
        const environment = random.pick(['production', 'staging']);
        const deploy = (repository: string) =>
          act.addDeployment({ repository, environment, description: `Ship ${mark}` });
        return begin(deployments, 'begun', deploy, ({ id }) => id);
      }
      case 'deployStatus':
        return deployStatus(mark);
      case 'run':
        return run(mark);
      case 'rerun': {
        const conclusion = random.pick(['success', 'success', 'failure'] as const);
        const again = one(runs.filter(({ state }) => state === 'failed').slice(-40));
        const state = conclusion === 'success' ? 'green' : 'failed';
        return change(again, (id, repository) => act.runFinished({ repository, id, conclusion }), state);
      }
      case 'issue': {
        const labels = [random.pick(['incident', 'outage', 'bug'])];
        const report = (repository: string) => act.issueOpened({ repository, title: `Queue ${mark} is full`, labels });
        return begin(issues, 'open', report, ({ number }) => number);
      }
      case 'edit':
        return change(one(issues.slice(-60)), (number, repository) =>
          act.issueEdited({ repository, number, title: `Queue ${mark} was full` }),
        );
      case 'close': {
        const issue = one(issues.slice(-60));
        const state = issue?.state === 'open' ? 'closed' : 'open';
        return change(issue, (number, repository) => act.issueEdited({ repository, number, state }), state);
      }
      case 'label': {
        const labels = random.pick([['incident'], ['bug'], []]);
        return change(one(issues.slice(-60)), (number, repository) => act.issueEdited({ repository, number, labels }));
      }
      case 'comment':
        return change(one(issues.slice(-60)), (number, repository) =>
          act.issueCommented({ repository, number, body: `Looked at the queue: ${mark}` }),
        );
      case 'postMortem':
        return postMortem(mark);
    }
  }
  return {
    repositories,
    next: (mark) => happen(random.weighted(weights), mark) ?? merge(mark),
    listReverts: () => Promise.all(reverts),
    async rename() {
      const repository = random.pick(present);
      const { name } = repository;
      if (name === null) return;
      repository.formerNames.push(name);
      repository.name = `${name}-renamed`;
      await act.rename({ repository: name, name: repository.name });
    },
    async remove() {
      const repository = random.pick(present.filter((one) => one !== keeper));
      present.splice(present.indexOf(repository), 1);
      const isKept = (thing: { readonly repository: RepositoryNameHistory }) => thing.repository !== repository;
      pulls = pulls.filter(isKept);
      deployments = deployments.filter(isKept);
      runs = runs.filter(isKept);
      issues = issues.filter(isKept);
      await Promise.allSettled(inFlight.get(repository) ?? []);
      const name = repository.name ?? '';
      repository.formerNames.push(name);
      repository.name = null;
      await act.delete({ repository: name });
    },
  };
}
