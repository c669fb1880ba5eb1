import { AppError, EventType, type RefrainEvent } from '@refrain/domain';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { reply, type ServerSentEvent } from '../http/responses/reply.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createEventStreamOpener } from './event-stream.ts';

const EventPosition = z.string().regex(/^\d{1,18}$/u, 'has to be the `id` of a received event, or 0');

const EventQuery = z.object({
  type: z
    .string()
    .max(200)
    .transform((text) => text.split(','))
    .pipe(z.array(EventType))
    .optional()
    .meta({
      description: `Only events of these types, separated by commas: ${EventType.options.join(', ')}`,
      override: { type: 'string' },
    }),
  after: EventPosition.optional().meta({
    description:
      'The `id` of the event after which to resume; `Last-Event-ID` takes precedence. `0` starts with the oldest event.',
  }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .optional()
    .meta({ description: 'Ends the stream after this number of events.' }),
});

export function createEventRoutes({ store }: ApiDeps): Route[] {
  const follow = createEventStreamOpener(store);
  return [
    defineRoute('get', '/v1/events', {
      operationId: 'streamEvents',
      needs: 'viewer',
      tag: 'events',
      summary: 'Stream events as they happen',
      description:
        'Sends server-sent events, each with a `RefrainEvent` as JSON. Starts with new events, or after the event that `Last-Event-ID` or `after` names. Events are kept for 30 days.',
      isResumable: true,
      query: EventQuery,
      responses: { 200: { 'text/event-stream': z.string() } },
      async handle({ query, request, signal }) {
        const after = readPosition(request.get('last-event-id')) ?? query.after ?? null;
        const types = query.type === undefined ? {} : { types: query.type };
        // Reads the start position before the response begins, so that a client that has received the headers misses no
        // later event.
        const events = await follow({ after, ...types, signal: signal() });
        return reply(200, toServerEvents(events, query.limit), 'text/event-stream');
      },
    }),
  ];
}

function readPosition(lastEventId: string | undefined): string | null {
  if (lastEventId === undefined || lastEventId === '') return null;
  if (EventPosition.safeParse(lastEventId).success) return lastEventId;
  throw new AppError(
    'invalid_input',
    '`Last-Event-ID` is not the `id` of an event. Send the `id` of the last received event.',
  );
}

async function* toServerEvents(
  events: AsyncIterable<RefrainEvent>,
  limit = Number.POSITIVE_INFINITY,
): AsyncGenerator<ServerSentEvent> {
  let sent = 0;
  for await (const event of events) {
    yield { id: event.position, event: event.type, data: event };
    sent += 1;
    if (sent >= limit) return;
  }
}
