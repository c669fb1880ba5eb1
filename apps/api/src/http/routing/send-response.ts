import type { Response } from 'express';
import { accessOf } from '../authentication/access.ts';
import type { AccessWatch } from '../authentication/access-watch.ts';
import { entityTag, isKept } from '../responses/entity-tag.ts';
import { isReply, type Reply, reply, type ServerEvent } from '../responses/reply.ts';
import { sendEvents } from '../responses/send-events.ts';
import { isWritten } from '../responses/serialized-json.ts';
import type { Route } from './define-route.ts';

/** What a handler gave back: a `reply` as it says, anything else as the body of the route's first status. */
export function toReply({ answers }: Route, answer: unknown): Reply<number, unknown, string> {
  return isReply(answer) ? answer : reply(Number(Object.keys(answers)[0]), answer);
}

export async function sendAnswer(
  route: Route,
  response: Response,
  { status, mediaType, body }: Reply<number, unknown, string>,
  accessWatch: AccessWatch,
): Promise<void> {
  if (mediaType === 'text/event-stream') {
    const { grant } = accessOf(response);
    const watchAccess = (onLost: () => void) => accessWatch.watch(grant, onLost);
    return sendEvents(response, body as AsyncIterable<ServerEvent>, { watchAccess });
  }
  // Who keeps an answer asks with its tag whether it still holds: what was forgotten, or is shown to nobody any more, does not.
  response.setHeader('cache-control', route.tellsSecret ? 'no-store' : 'private, no-cache');
  if (isNegotiated(route)) response.vary('Accept');
  response.status(status);
  if (body === undefined) {
    response.end();
    return;
  }
  const { content, tag } = write(mediaType, body);
  response.setHeader('etag', tag);
  if (route.method === 'get' && isKept(response.req, tag)) response.status(304).end();
  else response.type(`${mediaType}; charset=utf-8`).send(content);
}

function write(mediaType: string, body: unknown): { readonly content: string | Uint8Array; readonly tag: string } {
  if (isWritten(body)) return { content: body.json, tag: body.tag };
  const content = mediaType === 'application/json' ? JSON.stringify(body) : String(body);
  return { content, tag: entityTag(content) };
}

function isNegotiated({ answers }: Route): boolean {
  return Object.values(answers).some((shape) => shape !== null && !('_zod' in shape) && Object.keys(shape).length > 1);
}
