import type { Response } from 'express';
import type { AccessMonitor } from '../authentication/access-monitor.ts';
import { requireAccess } from '../authentication/caller-access.ts';
import { createEntityTag, matchesIfNoneMatch } from '../responses/create-entity-tag.ts';
import type { Reply, ServerSentEvent } from '../responses/reply.ts';
import { sendEvents } from '../responses/send-events.ts';
import { isSerializedJson } from '../responses/serialized-json.ts';
import type { Route } from './define-route.ts';

export async function sendResponse(
  { method, responses, returnsSecret }: Route,
  response: Response,
  { status, mediaType, body }: Reply,
  accessMonitor: AccessMonitor,
): Promise<void> {
  if (mediaType === 'text/event-stream') {
    const { grant } = requireAccess(response);
    const monitorAccess = (onLost: () => void) => accessMonitor.watch(grant, onLost);
    return sendEvents(response, body as AsyncIterable<ServerSentEvent>, { monitorAccess });
  }
  // Browsers must revalidate cached responses, so that erased data and data of an ended session are not shown again.
  response.setHeader('cache-control', returnsSecret ? 'no-store' : 'private, no-cache');
  if (Object.values(responses).some((content) => Object.keys(content ?? {}).length > 1)) response.vary('Accept');
  response.status(status);
  if (body === undefined) {
    response.end();
    return;
  }
  const { content, tag } = serialize(mediaType, body);
  response.setHeader('etag', tag);
  if (method === 'get' && matchesIfNoneMatch(response.req, tag)) response.status(304).end();
  else response.type(`${mediaType}; charset=utf-8`).send(content);
}

function serialize(mediaType: string, body: unknown): { readonly content: string | Uint8Array; readonly tag: string } {
  if (isSerializedJson(body)) return { content: body.json, tag: body.tag };
  const content = mediaType === 'application/json' ? JSON.stringify(body) : String(body);
  return { content, tag: createEntityTag(content) };
}
