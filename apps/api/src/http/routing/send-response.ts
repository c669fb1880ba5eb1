import type { Response } from 'express';
import { accessOf } from '../authentication/access.ts';
import type { AccessMonitor } from '../authentication/access-monitor.ts';
import { entityTag, isCached } from '../responses/entity-tag.ts';
import type { Reply, ServerEvent } from '../responses/reply.ts';
import { sendEvents } from '../responses/send-events.ts';
import { isSerialized } from '../responses/serialized-json.ts';
import type { Route } from './define-route.ts';

export async function sendResponse(
  { method, responses, returnsSecret }: Route,
  response: Response,
  { status, mediaType, body }: Reply,
  accessMonitor: AccessMonitor,
): Promise<void> {
  if (mediaType === 'text/event-stream') {
    const { grant } = accessOf(response);
    const monitorAccess = (onLost: () => void) => accessMonitor.watch(grant, onLost);
    return sendEvents(response, body as AsyncIterable<ServerEvent>, { monitorAccess });
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
  if (method === 'get' && isCached(response.req, tag)) response.status(304).end();
  else response.type(`${mediaType}; charset=utf-8`).send(content);
}

function serialize(mediaType: string, body: unknown): { readonly content: string | Uint8Array; readonly tag: string } {
  if (isSerialized(body)) return { content: body.json, tag: body.tag };
  const content = mediaType === 'application/json' ? JSON.stringify(body) : String(body);
  return { content, tag: entityTag(content) };
}
