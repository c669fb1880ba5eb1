/** A server-sent event; `data` is sent as JSON. */
export interface ServerSentEvent {
  /** The id of the event, which a client sends when it reconnects to resume after this event. */
  readonly id?: string;
  readonly event: string;
  readonly data: unknown;
}

const mark = Symbol('reply');

export interface Reply<Status extends number = number, Body = unknown, Type extends string = string> {
  readonly isReply: typeof mark;
  readonly status: Status;
  readonly mediaType: Type;
  readonly body: Body;
}

export function reply<const Status extends number, Body, const Type extends string = 'application/json'>(
  status: Status,
  body: Body,
  mediaType = 'application/json' as Type,
): Reply<Status, Body, Type> {
  return { isReply: mark, status, mediaType, body };
}

export function isReply(value: unknown): value is Reply {
  return (value as Partial<Reply> | null | undefined)?.isReply === mark;
}
