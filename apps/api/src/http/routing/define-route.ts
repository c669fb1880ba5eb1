import type { DecisionDetail, ErrorCode, Role } from '@refrain/domain';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Reply, ServerSentEvent } from '../responses/reply.ts';
import type { SerializedJson } from '../responses/serialized-json.ts';
import type { Tag } from './tags.ts';

export interface SchemasByMediaType {
  readonly [mediaType: string]: z.ZodType;
}

/** The content of a body: a schema for JSON, null for no body, or schemas by media type. */
type ResponseShape = z.ZodType | SchemasByMediaType | null;

/** Adds ids, and the options that the user chose, to the audit entry of a decision. Never add secrets or ingested text. */
export type AuditDetailAdder = (detail: DecisionDetail) => void;

export interface RouteInput<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The media type of the response that the caller prefers. */
  readonly mediaType: string;
  /**
   * Compares `If-Match` with the entity tag of the stored object.
   * @param stored the object as its GET route returns it
   * @throws {AppError} `precondition_failed`
   */
  readonly ifMatch: (stored: unknown) => void;
  readonly audit: AuditDetailAdder;
  /** Returns a signal that aborts when the response closes. */
  readonly signal: () => AbortSignal;
  /** The request, from which the handler of an upload streams the body. */
  readonly request: Request;
  /** The response, on which the handler may set headers. The handler returns the body instead of sending it. */
  readonly response: Response;
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

interface RouteFields {
  /** The unique name of the operation in clients. */
  readonly operationId: string;
  /** The lowest role that may call the route; `anyone` makes the route public. */
  readonly needs: Role | 'anyone';
  readonly tag: Tag;
  readonly summary: string;
  /** Markdown. */
  readonly description?: string;
  /** The error codes that this route can return in addition to the error codes of every route. */
  readonly errors?: readonly ErrorCode[];
  /** Whether the route changes nothing although its method is not GET. Such a route is not audited. */
  readonly isReadOnly?: boolean;
  /** Whether a POST can be repeated safely, so that it needs no `Idempotency-Key`. */
  readonly isIdempotent?: boolean;
  /** Whether the response contains a secret. Such responses are not stored, so `Idempotency-Key` is not accepted. */
  readonly returnsSecret?: boolean;
  /** Whether the route is a health check, which has no rate limit. */
  readonly isProbe?: boolean;
  /** Whether the route is slow or sends requests to a provider. Such routes and uploads have a lower rate limit. */
  readonly isCostly?: boolean;
  /** Whether the route waits for a worker thread that all users share. */
  readonly usesThread?: boolean;
  /** The name of a query parameter whose presence makes a request costly. */
  readonly isCostlyWith?: string;
  /** Whether the route accepts `If-Match`. The handler of such a route calls `ifMatch`. */
  readonly acceptsIfMatch?: boolean;
  /** Whether the events of a stream have ids, so that a client can resume with `Last-Event-ID`. */
  readonly isResumable?: boolean;
  /** The maximum number of JSON values in the body; 1,000 by default. */
  readonly maxValues?: number;
  /** The media type of a body that the handler reads as a stream. */
  readonly upload?: string;
}

export interface Route extends RouteFields {
  readonly method: Method;
  readonly path: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodType | null;
  readonly responses: { readonly [status: number]: SchemasByMediaType | null };
  handle(input: RouteInput<unknown, unknown, unknown>): unknown;
}

/** Maps the path `/v1/failures/{id}` to the type `{ id: string }`. */
type PathParams<Path> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [name in Name]: string } & PathParams<Rest>
  : unknown;

type ContentOf<Shape> = Shape extends z.ZodType ? { readonly 'application/json': Shape } : Shape;
type BodyOf<Type, Schema> = Type extends 'text/event-stream' ? AsyncIterable<ServerSentEvent> : z.output<Schema>;

type ReplyOf<Status extends number, Body> = Body extends null
  ? Reply<Status, undefined, 'application/json'>
  : { [Type in keyof Body & string]: Reply<Status, BodyOf<Type, Body[Type]>, Type> }[keyof Body & string];

type PlainBody<Body> = Body extends null
  ? // biome-ignore lint/suspicious/noConfusingVoidType: an async function without a return statement has this type
    void
  : Body extends { readonly 'application/json': infer Schema }
    ? z.output<Schema> | SerializedJson<z.output<Schema>>
    : never;

/** The result of a handler: the body for the first declared status, or a `reply` with any declared status. */
type ResultOf<Responses> = {
  [Status in keyof Responses & number]:
    | PlainBody<ContentOf<Responses[Status]>>
    | ReplyOf<Status, ContentOf<Responses[Status]>>;
}[keyof Responses & number];

type ParsedBy<Schema, Otherwise> = Schema extends z.ZodType ? z.output<Schema> : Otherwise;

interface RouteSpec<Path, Params, Query, Body, Responses> extends RouteFields {
  /** Schemas of path parameters; by default strings of 1 to 200 characters. */
  readonly params?: Params;
  /** The schema of the query. Parameters that are not in the schema are rejected. */
  readonly query?: Query;
  /** The schema of the JSON body, which is optional if the schema accepts `undefined`. */
  readonly body?: Body;
  readonly responses: Responses;
  handle(
    input: RouteInput<
      ParsedBy<Params, PathParams<Path>>,
      ParsedBy<Query, Record<never, never>>,
      ParsedBy<Body, undefined>
    >,
  ): ResultOf<Responses> | Promise<ResultOf<Responses>>;
}

/** @param path starts with `/` and has parameters in braces */
export function defineRoute<
  const Path extends `/${string}`,
  const Responses extends { readonly [status: number]: ResponseShape },
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(method: Method, path: Path, spec: RouteSpec<Path, Params, Query, Body, Responses>): Route {
  const responses = Object.entries<ResponseShape>(spec.responses).map(([status, shape]) => [status, toContent(shape)]);
  return {
    ...spec,
    method,
    path,
    params: spec.params ?? textParams(path),
    query: spec.query ?? z.object({}),
    body: spec.body ?? null,
    responses: Object.fromEntries(responses),
    handle: (input) => spec.handle(input as never),
  };
}

function toContent(shape: ResponseShape): SchemasByMediaType | null {
  return shape instanceof z.ZodType ? { 'application/json': shape } : shape;
}

function textParams(path: string): z.ZodObject {
  const names = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);
  return z.object(Object.fromEntries(names.map((name) => [name, textParam(name)])));
}

function textParam(name: string): z.ZodType {
  const description =
    name === 'id' ? 'The `id` from a list or another response.' : `The \`${name}\` from another response.`;
  return z.string().min(1).max(200).meta({ description });
}

export function isDecisionRoute({ method, isReadOnly }: Route): boolean {
  return method !== 'get' && isReadOnly !== true;
}

export function isStreamRoute({ responses }: Route): boolean {
  return Object.values(responses).some((content) => content !== null && 'text/event-stream' in content);
}

export function acceptsIdempotencyKey({ method, upload, isIdempotent, returnsSecret }: Route): boolean {
  return method === 'post' && upload === undefined && isIdempotent !== true && returnsSecret !== true;
}
