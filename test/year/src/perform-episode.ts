import type { EpisodePlan, IncidentPlan } from '@refrain/sample-org';
import type { Agenda } from './agenda.ts';
import type { ChangePerformer } from './change-performer.ts';
import type { OrganisationSimulation } from './simulation/index.ts';
import type { TruePatternIndex } from './true-pattern-index.ts';

export interface EpisodeDeps {
  readonly pagerduty: OrganisationSimulation['pagerduty'];
  readonly agenda: Agenda;
  readonly stage: ChangePerformer;
  readonly truePatterns: TruePatternIndex;
}

/** Schedules all events of an episode. Records the true pattern of each failure as soon as the failure has an id. */
export function scheduleEpisode(deps: EpisodeDeps, plan: EpisodePlan, patternId: string | null): void {
  const { agenda, stage, truePatterns } = deps;
  for (const act of plan.acts) {
    agenda.add(act.at, async () => {
      const { id, sha, repository } = await stage.perform(act);
      if (plan.failed.deployments.includes(act.key)) truePatterns.add('failed_deployment', id, patternId);
      if (plan.failed.revert === act.key) {
        const [owner = ''] = id.split('/');
        truePatterns.add('reverted_change', `${owner}/${repository}@${sha}`, patternId);
      }
    });
  }
  for (const incident of plan.incidents) scheduleIncident(deps, incident, patternId);
}

function scheduleIncident(
  { pagerduty, agenda, stage, truePatterns }: EpisodeDeps,
  plan: IncidentPlan,
  patternId: string | null,
) {
  const { incident } = plan;
  const [alert] = incident.alerts;
  const named = (key: string | null, otherwise: string): string => {
    const change = key === null ? null : stage.find(key);
    if (change === null) return otherwise;
    return change.number === null ? change.sha.slice(0, 8) : `${change.repository}#${change.number}`;
  };
  const openedAt = Date.parse(incident.createdAt);
  agenda.add(openedAt, async () => {
    const { id } = await pagerduty.act.openIncident({
      title: incident.title,
      description: incident.description,
      service: incident.serviceId,
      urgency: incident.urgency,
      priority: incident.priority,
      severity: (alert?.severity ?? 'critical') as 'critical',
      details: alert?.details ?? {},
    });
    truePatterns.add('incident', id, patternId);
    for (const note of incident.notes) {
      agenda.add(Date.parse(note.createdAt), async () => {
        const content = note.content
          .replaceAll('{culprit}', named(plan.culprit, 'that change'))
          .replaceAll('{remedy}', named(plan.remedy, 'the fix'));
        await pagerduty.act.addNote({ id, content, userId: note.userId });
      });
    }
    agenda.add(Date.parse(incident.resolvedAt ?? incident.createdAt), async () => {
      await pagerduty.act.resolveIncident({ id });
    });
  });
}
