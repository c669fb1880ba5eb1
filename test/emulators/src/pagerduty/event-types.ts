const ofIncident = [
  'triggered',
  'acknowledged',
  'unacknowledged',
  'resolved',
  'reopened',
  'escalated',
  'delegated',
  'reassigned',
  'annotated',
  'priority_updated',
  'service_updated',
  'status_update_published',
  'incident_type.changed',
  'custom_field_values.updated',
  'conference_bridge.updated',
  'responder.added',
  'responder.replied',
  'role.assigned',
  'action_invocation.created',
  'action_invocation.updated',
  'action_invocation.terminated',
  'workflow.started',
  'workflow.completed',
  'task.created',
  'task.updated',
  'task.deleted',
  'task.completed',
];
const ofService = ['created', 'updated', 'deleted', 'custom_field_values.updated'];
const known: ReadonlySet<string> = new Set([
  ...ofIncident.map((name) => `incident.${name}`),
  ...ofService.map((name) => `service.${name}`),
]);

/** Returns whether a subscription may include an event type (https://developer.pagerduty.com/docs/webhooks-overview, event types). */
export function isSubscribableEventType(name: string): boolean {
  return known.has(name);
}
