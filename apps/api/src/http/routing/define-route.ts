import type { DecisionDetail, ErrorCode, Role } from '@refrain/domain';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Reply, ServerEvent } from '../responses/reply.ts';
import type { SerializedJson } from '../responses/serialized-json.ts';
import type { Tag } from './tags.ts';

/** The schemas of a body by media type. */
export interface Content {
  readonly [mediaType: string]: z.ZodType;
}

/** A schema stands for JSON, null for no body. */
type ResponseShape = z.ZodType | Content | null;

/**
 * Adds ids and chosen values to the audit entry of a decision: never a secret, never an ingested text. Details of several
 * calls are merged.
 */
export type AddAuditDetail = (detail: DecisionDetail) => void;

/** The parsed request. */
export interface RouteInput<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The media type of the response that the caller prefers. */
  readonly mediaType: string;
  /**
   * Throws unless `If-Match` is missing or names the stored value, as the route that shows one such value returns it.
   * @throws {AppError} `precondition_failed`
   */
  readonly ifMatch: (stored: unknown) => void;
  readonly audit: AddAuditDetail;
  /** Returns a signal that aborts when the response closes. */
  readonly signal: () => AbortSignal;
  /** For uploads, which the handler reads as a stream. */
  readonly request: Request;
  /** For headers only: the handler returns the body. */
  readonly response: Response;
}

interface RouteFields {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Unique name of the operation in clients. */
  readonly operationId: string;
  /** The lowest role that may call the route; `anyone` needs no sign-in. */
  readonly needs: Role | 'anyone';
  readonly tag: Tag;
  readonly summary: string;
  /** Markdown. */
  readonly description?: string;
  /** Error codes beside those that every route has. */
  readonly errors?: readonly ErrorCode[];
  /** Whether a route that is no GET changes nothing, so that the audit does not record it. */
  readonly isReadOnly?: boolean;
  /** Whether a POST may be repeated safely, so that it needs no `Idempotency-Key`. */
  readonly isIdempotent?: boolean;
  /** Whether the response holds a secret. It is never stored, so the route accepts no `Idempotency-Key`. */
  readonly returnsSecret?: boolean;
  /** Whether the route is a health check, which has no rate limit. */
  readonly isProbe?: boolean;
  /** Whether the route calls a provider or takes long, so that it has the lower rate limit. Uploads always have it. */
  readonly isCostly?: boolean;
  /** Whether the route waits for a worker thread that all users share. */
  readonly usesThread?: boolean;
  /** A query parameter that makes the request costly. */
  readonly isCostlyWith?: string;
  /** Whether the route accepts `If-Match`: its handler then calls `ifMatch`. */
  readonly acceptsIfMatch?: boolean;
  /** Whether its events have ids, so that a client can resume with `Last-Event-ID`. */
  readonly isResumable?: boolean;
  /** Maximum number of JSON values in the body; 1,000 by default. */
  readonly maxValues?: number;
  /** Media type of a body that the handler reads as a stream. */
  readonly upload?: string;
}

/** A route that `defineRoute` made. */
export interface Route extends RouteFields {
  readonly path: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodType | null;
  readonly responses: { readonly [status: number]: Content | null };
  handle(input: RouteInput<unknown, unknown, unknown>): unknown;
}

/** `/v1/failures/{id}` has the parameter `id`, a string. */
type PathParams<Path> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [name in Name]: string } & PathParams<Rest>
  : unknown;

type ContentOf<Shape> = Shape extends z.ZodType ? { readonly 'application/json': Shape } : Shape;
type BodyOf<Type, Schema> = Type extends 'text/event-stream' ? AsyncIterable<ServerEvent> : z.output<Schema>;

type ReplyOf<Status extends number, Body> = Body extends null
  ? Reply<Status, undefined, 'application/json'>
  : { [Type in keyof Body & string]: Reply<Status, BodyOf<Type, Body[Type]>, Type> }[keyof Body & string];

type PlainBody<Body> = Body extends null
  ? // biome-ignore lint/suspicious/noConfusingVoidType: an async function without a return statement has this type
    void
  : Body extends { readonly 'application/json': infer Schema }
    ? z.output<Schema> | SerializedJson<z.output<Schema>>
    : never;

/** A handler returns the body of the first status, or a `reply` with any declared status. */
type ResultOf<Responses> = {
  [Status in keyof Responses & number]:
    | PlainBody<ContentOf<Responses[Status]>>
    | ReplyOf<Status, ContentOf<Responses[Status]>>;
}[keyof Responses & number];

type ParsedBy<Schema, Otherwise> = Schema extends z.ZodType ? z.output<Schema> : Otherwise;

interface RouteSpec<Path, Params, Query, Body, Responses> extends RouteFields {
  /** Starts with `/`, with parameters in braces. */
  readonly path: Path;
  /** Only for a parameter that is not any string. */
  readonly params?: Params;
  /** Other query parameters are rejected. */
  readonly query?: Query;
  /** JSON. The body is optional if the schema accepts `undefined`. */
  readonly body?: Body;
  /** Successful responses by status. */
  readonly responses: Responses;
  handle(
    input: RouteInput<
      ParsedBy<Params, PathParams<Path>>,
      ParsedBy<Query, Record<never, never>>,
      ParsedBy<Body, undefined>
    >,
  ): ResultOf<Responses> | Promise<ResultOf<Responses>>;
}

/** Defines a route: both its handler and its part of the OpenAPI document come from the definition. */
export function defineRoute<
  const Path extends `/${string}`,
  const Responses extends { readonly [status: number]: ResponseShape },
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(spec: RouteSpec<Path, Params, Query, Body, Responses>): Route {
  const responses = Object.entries<ResponseShape>(spec.responses).map(([status, shape]) => [status, toContent(shape)]);
  return {
    ...spec,
    params: spec.params ?? textParams(spec.path),
    query: spec.query ?? z.object({}),
    body: spec.body ?? null,
    responses: Object.fromEntries(responses),
    handle: (input) => spec.handle(input as never),
  };
}

function toContent(shape: ResponseShape): Content | null {
  return shape instanceof z.ZodType ? { 'application/json': shape } : shape;
}

function textParams(path: string): z.ZodObject {
  const names = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);
  return z.object(Object.fromEntries(names.map((name) => [name, textParam(name)])));
}

function textParam(name: string): z.ZodType {
  const of = name === 'id' ? 'As in a list or another response.' : `The \`${name}\`, as in another response.`;
  return z.string().min(1).max(200).meta({ description: of });
}

/** Whether the audit records calls of the route. */
export function isDecision({ method, isReadOnly }: Route): boolean {
  return method !== 'get' && isReadOnly !== true;
}

/** Whether the route responds with server-sent events. */
export function isStream({ responses }: Route): boolean {
  return Object.values(responses).some((content) => content !== null && 'text/event-stream' in content);
}

/** Whether the route accepts an `Idempotency-Key`. */
export function acceptsKey({ method, upload, isIdempotent, returnsSecret }: Route): boolean {
  return method === 'post' && upload === undefined && isIdempotent !== true && returnsSecret !== true;
}
