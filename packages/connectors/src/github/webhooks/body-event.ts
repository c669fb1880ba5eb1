import { z } from 'zod';

const Something = z.looseObject({});

/**
 * Events that Refrain reads, each with a schema that recognises its body. The first match counts, because a body may
 * include objects of other events (https://docs.github.com/webhooks/webhook-events-and-payloads).
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

export function isSupportedEvent(event: string): boolean {
  return forms.some(([name]) => name === event);
}

/** Returns the name of the event whose schema the body matches; null if Refrain does not read such events. */
export function findEventNameOfBody(payload: unknown): string | null {
  return forms.find(([, form]) => form.safeParse(payload).success)?.[0] ?? null;
}
