import type { ErrorCode, Role } from '@refrain/domain';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { SayDecided } from '../../audit/record-decision.ts';
import type { Reply, ServerEvent } from '../responses/reply.ts';
import type { WrittenJson } from '../responses/serialized-json.ts';
import type { Tag } from './tags.ts';

/** What a status answers: JSON of a schema, one of several media types, or nothing. */
export type AnswerShape = z.ZodType | null | { readonly [mediaType: string]: z.ZodType };
export type AnswerShapes = { readonly [status: number]: AnswerShape };

/** What a handler works with: everything that was sent is parsed. */
export interface RouteInput<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Of the media types of the answer the one that the caller wants most. */
  readonly mediaType: string;
  /**
   * Throws unless what the caller decided on is what is stored, as the route answers it that shows one of its kind.
   * @throws {AppError} `precondition_failed`
   */
  readonly ifMatch: (stored: unknown) => void;
  /** What the audit says of it beside the ids of the address. */
  readonly decided: SayDecided;
  /** Aborted when the caller goes away, and once it has its answer. */
  readonly signal: () => AbortSignal;
  /** For uploads, which are read as they come. */
  readonly request: Request;
  /** For headers; the body is what the handler gives back. */
  readonly response: Response;
}

interface RouteFields {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Unique; what clients call it. */
  readonly operationId: string;
  /** Who may ask it: this role or one that includes it; `anyone` without a sign-in. */
  readonly needs: Role | 'anyone';
  readonly tag: Tag;
  /** A few words. */
  readonly summary: string;
  /** What the summary leaves open, in Markdown. */
  readonly description?: string;
  /** What it refuses with beside what every route does: see `codesOf`. */
  readonly errors?: readonly ErrorCode[];
  /** It changes nothing, though it is no GET: the audit of decisions has no line of it. */
  readonly isQuestion?: boolean;
  /** Repeating a POST does no harm, so that it needs no `Idempotency-Key`. */
  readonly isHarmless?: boolean;
  /** The answer holds a secret: it is kept nowhere, so that there can be no `Idempotency-Key`. */
  readonly tellsSecret?: boolean;
  /** Whoever runs the installation asks it as often as they like. */
  readonly isProbe?: boolean;
  /** Asks a provider, or works far longer than to read what is stored: a caller may ask it less often. An upload always does. */
  readonly isCostly?: boolean;
  /** Whether it runs in a thread that all users share. */
  readonly usesThread?: boolean;
  /** It is costly where this parameter is given. */
  readonly isCostlyWith?: string;
  /** Takes `If-Match`: the handler calls `ifMatch` with what is stored. */
  readonly takesIfMatch?: boolean;
  /** Its events have ids, and `Last-Event-ID` goes on after one. */
  readonly isResumable?: boolean;
  /** Values that its JSON body may have: lists, objects and their members. 1,000 unless given. */
  readonly mostValues?: number;
  /** Media type of a body that the handler reads from the request itself, as it comes. */
  readonly upload?: string;
}

/** A route as it is mounted and documented; made by `defineRoute` alone. */
export interface Route extends RouteFields {
  readonly path: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  /** Null where none is read. */
  readonly body: z.ZodType | null;
  readonly answers: AnswerShapes;
  handle(input: RouteInput<unknown, unknown, unknown>): unknown;
}

/** The names in braces, each a text: `/v1/failures/{id}` has `id`. */
type PathParams<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [name in Name]: string } & PathParams<Rest>
  : unknown;

type ReplyOfType<Status extends number, Schema, Type extends string> = Schema extends z.ZodType
  ? Reply<Status, Type extends 'text/event-stream' ? AsyncIterable<ServerEvent> : z.output<Schema>, Type>
  : never;

type ReplyOf<Status extends number, Shape> = Shape extends z.ZodType
  ? Reply<Status, z.output<Shape>, 'application/json'>
  : Shape extends null
    ? Reply<Status, undefined, 'application/json'>
    : { [Type in keyof Shape & string]: ReplyOfType<Status, Shape[Type], Type> }[keyof Shape & string];

type PlainOf<Shape> = Shape extends z.ZodType
  ? z.output<Shape> | WrittenJson<z.output<Shape>>
  : Shape extends null
    ? // biome-ignore lint/suspicious/noConfusingVoidType: what an async function without a return gives
      void
    : Shape extends { readonly 'application/json': infer Schema extends z.ZodType }
      ? z.output<Schema>
      : never;

/** What a handler may give back: the body of the first status, or a `reply` of any of them. */
type AnswerOf<Answers extends AnswerShapes> = {
  [Status in keyof Answers & number]: PlainOf<Answers[Status]> | ReplyOf<Status, Answers[Status]>;
}[keyof Answers & number];

/** Whether the audit has a line of it. */
export function isDecision({ method, isQuestion }: Route): boolean {
  return method !== 'get' && isQuestion !== true;
}

/** Whether it answers with events, for as long as its reader stays. */
export function isStream({ answers }: Route): boolean {
  return Object.values(answers).some((shape) => shape !== null && 'text/event-stream' in shape);
}

/** Whether a caller may send it with an `Idempotency-Key`: the answer is then kept for a day, and not given twice. */
export function isRepeatable({ method, upload, isHarmless, tellsSecret }: Route): boolean {
  return method === 'post' && upload === undefined && isHarmless !== true && tellsSecret !== true;
}

type Given<Schema, Otherwise> = Schema extends z.ZodType ? z.output<Schema> : Otherwise;

interface RouteSpec<Path, Params, Query, Body, Answers extends AnswerShapes> extends RouteFields {
  /** From the root on, with parameters in braces. */
  readonly path: Path;
  /** Only where a parameter is more than a text. */
  readonly params?: Params;
  /** Names that are not in it are refused. */
  readonly query?: Query;
  /** Of JSON. One that takes `undefined` may be left out. */
  readonly body?: Body;
  /** By status; those of errors come from `errors`. */
  readonly answers: Answers;
  handle(
    input: RouteInput<
      Given<Params, Path extends string ? PathParams<Path> : never>,
      Given<Query, Record<never, never>>,
      Given<Body, undefined>
    >,
  ): AnswerOf<Answers> | Promise<AnswerOf<Answers>>;
}

/** The one way to make a route of `/v1`: its handler and its part of the OpenAPI document both come from this. */
export function defineRoute<
  const Path extends `/${string}`,
  const Answers extends AnswerShapes,
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(spec: RouteSpec<Path, Params, Query, Body, Answers>): Route {
  return {
    ...spec,
    params: spec.params ?? textParams(spec.path),
    query: spec.query ?? noQuery,
    body: spec.body ?? null,
    handle: (input) => spec.handle(input as never),
  };
}

const noQuery = z.object({});
/** The names in braces, each a text. */
function textParams(path: string): z.ZodObject {
  const names = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);
  return z.object(
    Object.fromEntries(names.map((name) => [name, TextParam.meta({ description: describeParam(name) })])),
  );
}

const TextParam = z.string().min(1).max(200);

function describeParam(name: string): string {
  return name === 'id' ? 'As a list or another answer tells it.' : `The \`${name}\` of it, as another answer tells it.`;
}
