/** One of a stream of server-sent events; `data` is sent as JSON. */
export interface ServerEvent {
  /** What a reader that comes back goes on from. */
  readonly id?: string;
  readonly event: string;
  readonly data: unknown;
}

/** An answer that says its status, and its media type where there are several. */
export interface Reply<Status extends number, Body, Type extends string> {
  readonly isReply: typeof mark;
  readonly status: Status;
  readonly mediaType: Type;
  readonly body: Body;
}

const mark: unique symbol = Symbol('reply');

export function reply<const Status extends number, Body>(
  status: Status,
  body: Body,
): Reply<Status, Body, 'application/json'>;
export function reply<const Status extends number, Body, const Type extends string>(
  status: Status,
  body: Body,
  mediaType: Type,
): Reply<Status, Body, Type>;
export function reply(status: number, body: unknown, mediaType = 'application/json'): Reply<number, unknown, string> {
  return { isReply: mark, status, mediaType, body };
}

export function isReply(value: unknown): value is Reply<number, unknown, string> {
  return typeof value === 'object' && value !== null && 'isReply' in value && value.isReply === mark;
}
