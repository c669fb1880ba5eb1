import { createControlRoute } from '../http/create-control-route.ts';
import type { Route } from '../http/reply.ts';
import type { AccountActions } from './account-actions.ts';
import type { IncidentActions } from './incident-actions.ts';
import type { PagerDutyWebhooks } from './webhooks.ts';

export interface PagerDutyEmulatorActions extends IncidentActions, AccountActions {}

/** Creates a route for each action, for use by another process: `POST /_emulator/incidents/<id>/resolve` and so on. */
export function createControlRoutes(actions: PagerDutyEmulatorActions, webhooks: PagerDutyWebhooks): Route[] {
  const ofIncident = {
    acknowledge: actions.acknowledgeIncident,
    unacknowledge: actions.unacknowledgeIncident,
    escalate: actions.escalateIncident,
    resolve: actions.resolveIncident,
    reopen: actions.reopenIncident,
    priority: actions.setPriority,
    fields: actions.setField,
    service: actions.moveIncident,
    notes: actions.addNote,
    responders: actions.addResponder,
    merge: actions.mergeIncidents,
  };
  const ofAccount = {
    incidents: actions.openIncident,
    'change-events': actions.sendChangeEvent,
    'deleted-services': actions.deleteService,
    'revoked-credentials': actions.revokeCredentials,
    key: actions.renewKey,
    scopes: actions.allowScopes,
    plan: actions.setPlan,
    'rotated-secrets': actions.rotateSecret,
  };
  return [
    ...Object.entries(ofAccount).map(([name, act]) =>
      createControlRoute('post', `/${name}`, (body) => act(body as never)),
    ),
    ...Object.entries(ofIncident).map(([name, act]) =>
      createControlRoute('post', `/incidents/:id/${name}`, (body, { id }) =>
        act({ ...(body as object), id: id ?? '' } as never),
      ),
    ),
    createControlRoute('get', '/deliveries', webhooks.list),
  ];
}
