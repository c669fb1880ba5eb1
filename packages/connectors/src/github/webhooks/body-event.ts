import { z } from 'zod';

const Something = z.looseObject({});

/**
 * The events that are read, each with the form of its body
 * (https://docs.github.com/webhooks/webhook-events-and-payloads). A body may include the objects of other events, such
 * as a deployment status with its run and check, so the first form that fits counts.
 */
const forms: readonly (readonly [event: string, form: z.ZodType])[] = [
  ['deployment_status', z.object({ deployment_status: Something })],
  ['deployment', z.object({ deployment: Something })],
  ['workflow_run', z.object({ workflow_run: Something })],
  ['check_run', z.object({ check_run: Something })],
  ['check_suite', z.object({ check_suite: Something })],
  ['issue_comment', z.object({ issue: Something, comment: Something })],
  ['issues', z.object({ issue: Something })],
  ['pull_request', z.object({ pull_request: Something, number: z.number() })],
  ['push', z.object({ ref: z.string(), commits: z.array(z.unknown()) })],
];

export function isReadEvent(event: string): boolean {
  return forms.some(([name]) => name === event);
}

/** Returns which of the events that are read a body belongs to; null if none. */
export function eventOfBody(payload: unknown): string | null {
  return forms.find(([, form]) => form.safeParse(payload).success)?.[0] ?? null;
}
