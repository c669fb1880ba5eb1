import type { Response } from 'express';
import type { Route } from './define-route.ts';
import { isReply, type ServerEvent } from './reply.ts';
import { sendEvents } from './send-events.ts';

/** Sends what a handler gave back: a `reply` as it says, anything else as the body of the route's first status. */
export async function sendAnswer({ answers }: Route, response: Response, answer: unknown): Promise<void> {
  const { status, mediaType, body } = isReply(answer)
    ? answer
    : { status: Number(Object.keys(answers)[0]), mediaType: 'application/json', body: answer };
  if (mediaType === 'text/event-stream') return sendEvents(response, body as AsyncIterable<ServerEvent>);
  response.status(status);
  if (body === undefined) response.end();
  else if (mediaType === 'application/json') response.json(body);
  else response.type(`${mediaType}; charset=utf-8`).send(body);
}
