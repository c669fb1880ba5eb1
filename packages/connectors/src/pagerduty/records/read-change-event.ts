import { type ChangeDraft, parseInput, type RawRecord } from '@refrain/domain';
import type { ParsedPayload } from '../../contract/failure-source.ts';
import { createChangeDraft } from '../../records/create-drafts.ts';
import { parseHttpUrl } from '../../records/parse-http-url.ts';
import { joinTextParts, toPlainText, toPlainTitle } from '../../records/to-plain-text.ts';
import { formatAlertDetails } from './alert-details.ts';
import { type ChangeEvent, ChangeEventRecord } from './schema.ts';

/** Matches the GitHub path of a commit, pull request or run. Captures the repository, SHA and number. */
const page = /^\/([\w.-]{1,100}\/[\w.-]{1,100})(?:\/(?:commit\/([\da-f]{7,40})|pull\/(\d{1,10})|actions\/runs\/\d))?/iu;
const code = /\bgithub\b/iu;

const outcomeName = /^(?:build_?state|state|status|result|outcome|conclusion)$/iu;
const wentWell = /^(?:passed|success|succeeded|successful|ok|completed|finished)$/iu;
const wentWrong = /^(?:failed|failure|error|errored|broken|timed_?out)$/iu;

export function readChangeEvent(payload: RawRecord['payload']): ParsedPayload {
  const { changeEvent } = parseInput(ChangeEventRecord, payload, 'the change event');
  return { outcome: 'stored', failures: [], changes: [changeOf(changeEvent)] };
}

function changeOf(event: ChangeEvent): ChangeDraft {
  const urls = (event.links ?? []).flatMap(({ href }) => parseHttpUrl(href) ?? []);
  const links = urls.map((url) => new URL(url));
  const named = links.flatMap((url) => (code.test(url.hostname) ? (page.exec(url.pathname) ?? []) : [])).slice(0, 4);
  const [, repository, sha, number] = named;
  const service = event.services?.find(({ summary }) => summary)?.summary;
  const details = event.custom_details;
  return createChangeDraft({
    kind: 'deployment',
    externalId: `change_event/${event.id}`,
    repository: repository ?? service ?? event.source ?? '',
    environment: textOf(details, /^(?:environment|env|stage)$/iu),
    title: toPlainTitle(event.summary ?? '', {}) || `Change event ${event.id}`,
    text: toPlainText(joinTextParts([event.source, formatAlertDetails(details)]), {}),
    sha: sha ?? textOf(details, /^(?:sha|commit|commit_?sha|revision)$/iu, /^[\da-f]{7,40}$/iu),
    number: number === undefined ? null : Number(number),
    occurredAt: event.timestamp,
    succeeded: outcomeOf(details),
    url: links[0]?.href ?? null,
    version: event.timestamp,
  });
}

function outcomeOf(details: unknown): boolean | null {
  const outcome = textOf(details, outcomeName);
  if (outcome === null) return null;
  return wentWell.test(outcome) ? true : wentWrong.test(outcome) ? false : null;
}

/** Returns the first text at the top level of `details` that matches `form` and whose key matches `name`. */
function textOf(details: unknown, name: RegExp, form = /^.{1,100}$/u): string | null {
  if (typeof details !== 'object' || details === null) return null;
  for (const [key, value] of Object.entries(details).slice(0, 200)) {
    if (name.test(key) && typeof value === 'string' && form.test(value)) return value;
  }
  return null;
}
