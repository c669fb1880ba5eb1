import { hourInMs } from '@refrain/domain';
import { organisationName, people, type RandomStream } from '@refrain/sample-org';
import type { Agenda } from './agenda.ts';
import type { FoundIssue } from './found-issue.ts';
import type { PersonAction } from './issue-roles.ts';
import type { OrganisationSimulation } from './simulation/index.ts';

export interface IssueActionDeps {
  readonly github: OrganisationSimulation['github'];
  readonly time: OrganisationSimulation['time'];
  readonly agenda: Agenda;
  readonly random: RandomStream;
}

/** Performs an action of a person on an issue. A merge names the issue `other`; `setRate` sets the future rate of the failure. */
export async function performPersonAction(
  { github, time, agenda, random }: IssueActionDeps,
  { repository, number, body }: FoundIssue,
  action: PersonAction,
  other: FoundIssue | null,
  setRate: (perMonth: number) => void,
): Promise<void> {
  const { act } = github;
  const { login } = random.pick(people);
  const place = { repository, number };
  switch (action.kind) {
    case 'assign':
      await act.issueEdited({ ...place, assignees: [login] });
      return;
    case 'decline':
      await act.issueEdited({ ...place, state: 'closed', stateReason: 'not_planned' });
      return;
    case 'say': {
      const association = action.isUnknownUser === true ? 'NONE' : 'MEMBER';
      await act.issueCommented({ ...place, body: action.text, author: login, association });
      return;
    }
    case 'merge':
      await act.issueCommented({
        ...place,
        body: `/refrain merge ${organisationName}/${other?.repository}#${other?.number}`,
        author: login,
        association: 'MEMBER',
      });
      return;
    case 'edit': {
      const ticked = body.replace('- [ ]', '- [x]');
      await act.issueEdited({ ...place, body: ticked, appended: `\n\n${action.addedText}\n` });
      return;
    }
    case 'delete':
      await act.issueDeleted(place);
      return;
    case 'complete':
      await act.issueEdited({ ...place, state: 'closed', stateReason: 'completed' });
      setRate(action.remainingRate);
      return;
    case 'fix': {
      const text = `Fixes ${organisationName}/${repository}#${number}\n\nSee there.`;
      const { mergeCommitSha } = await act.mergePull({ repository, title: action.title, body: text, author: login });
      // GitHub closes an issue when a pull request with “Fixes” and the issue's number is merged.
      await act.issueEdited({ ...place, state: 'closed', stateReason: 'completed' });
      agenda.add(time.clock.now() + 22 * hourInMs, async () => {
        const { id } = await act.addDeployment({ repository, sha: mergeCommitSha ?? '', creator: login });
        await act.addDeploymentStatus({
          repository,
          deploymentId: id,
          state: 'success',
          description: 'rollout complete',
        });
        setRate(action.remainingRate);
      });
      return;
    }
  }
}
