import { minuteInMs } from '@refrain/domain';
import {
  createRandomStream,
  organisationName,
  type PlannedChange,
  type PlannedCommit,
  type PlannedDeployment,
  type RevertTarget,
  writeRevert,
} from '@refrain/sample-org';
import type { Agenda } from './agenda.ts';
import type { OrganisationSimulation } from './simulation/index.ts';

export interface PerformedChange {
  readonly id: string;
  readonly number: number | null;
  readonly sha: string;
  readonly repository: string;
}

/** Performs planned commits and deployments at the emulated GitHub, at the current simulated time. */
export interface ChangePerformer {
  perform(act: PlannedChange): Promise<PerformedChange>;
  find(key: string): PerformedChange | null;
}

/** Creates a performer of planned commits and deployments. It uses the agenda to end each deployment some minutes later. */
export function createChangePerformer(
  { github, time }: Pick<OrganisationSimulation, 'github' | 'time'>,
  agenda: Agenda,
  seed: number,
): ChangePerformer {
  const random = createRandomStream(`year/${seed}/stage`);
  const performed = new Map<string, PerformedChange>();
  const targets = new Map<string, RevertTarget & { readonly branch: string }>();

  function textOf(act: PlannedCommit) {
    const taken = (act.reverts?.keys ?? []).flatMap((key) => targets.get(key) ?? []);
    if (act.reverts === undefined || taken.length === 0) {
      return { title: act.title, body: act.body, commitBody: act.body, branch: act.pull?.branch ?? 'change' };
    }
    const { form, reason } = act.reverts;
    const [first] = taken;
    const branch = form === 'button' ? `revert-${first?.number}-${first?.branch}` : (act.pull?.branch ?? 'change');
    return { ...writeRevert(form, taken, reason, `${organisationName}/${act.repository}`, random), branch };
  }
  async function commit(act: PlannedCommit): Promise<PerformedChange> {
    const { repository, author } = act;
    const { title, body, commitBody, branch } = textOf(act);
    const shared = { repository, files: [...act.files], author: author.login };
    const parent =
      github
        .listRepositories()
        .find(({ name }) => name === repository)
        ?.branch.commits.at(-1)?.sha ?? '';
    const { sha, number, subject } = await (act.pull === null ? push() : merge());
    targets.set(act.key, { number, sha, branchSha: null, title, parent, subject, branch });
    const full = `${organisationName}/${repository}`;
    return { id: number === null ? `${full}@${sha}` : `${full}#${number}`, number, sha, repository };

    async function push() {
      const message = commitBody === '' ? title : `${title}\n\n${commitBody}`;
      const { sha } = await github.act.pushCommit({ ...shared, message });
      return { sha, number: null, subject: title };
    }
    async function merge() {
      const pull = await github.act.mergePull({ ...shared, title, body, headRef: branch });
      return { sha: pull.mergeCommitSha ?? '', number: pull.number, subject: `${title} (#${pull.number})` };
    }
  }
  async function deploy(act: PlannedDeployment): Promise<PerformedChange> {
    const { repository, environment, creator } = act;
    const of = act.of === null ? null : (targets.get(act.of) ?? null);
    const { id, sha } = await github.act.addDeployment({
      repository,
      environment,
      creator: creator.login,
      description: of === null ? `${repository} to ${environment}` : of.title.slice(0, 120),
      ...(of !== null && { sha: of.sha }),
    });
    const minutes = act.outcome === 'success' ? 4 : 7;
    agenda.add(time.clock.now() + minutes * minuteInMs, async () => {
      const { outcome: state, detail } = act;
      await github.act.addDeploymentStatus({ repository, deploymentId: id, state, description: detail.slice(0, 140) });
    });
    return { id: `${organisationName}/${repository}#deployment/${id}`, number: null, sha, repository };
  }
  return {
    async perform(act) {
      const done = act.type === 'commit' ? await commit(act) : await deploy(act);
      performed.set(act.key, done);
      return done;
    },
    find: (key) => performed.get(key) ?? null,
  };
}
