import type { ChangeDraft, FailureDraft } from '@refrain/domain';
import type { ParsedPayload } from '../contract/failure-source.ts';
import { findAssignedSecrets } from './find-assigned-secrets.ts';
import { findCommandPasswords, findUserOptionPasswords } from './find-command-passwords.ts';
import { findHexKeys } from './find-hex-keys.ts';
import { findHttpSecrets } from './find-http-secrets.ts';
import { findIpAddresses } from './find-ip-addresses.ts';
import {
  findAwsSecrets,
  findKeysAndUrlSecrets,
  findKeysOfKnownFormat,
  findUrlCredentials,
} from './find-keys-and-url-secrets.ts';
import { findNamedSecrets } from './find-named-secrets.ts';
import { findEncodedKeys, findPrivateKeys } from './find-private-keys.ts';
import { findProtocolPasswords } from './find-protocol-passwords.ts';
import { findPunctuatedSecrets } from './find-punctuated-secrets.ts';
import { findSecrets } from './find-secrets.ts';
import { findSecretsBelowHeadings } from './find-secrets-below-headings.ts';
import { findSecretsInDelimitedLists } from './find-secrets-in-delimited-lists.ts';
import { findSecretsInInsertStatements } from './find-secrets-in-insert-statements.ts';
import { findSecretsInSentences } from './find-secrets-in-sentences.ts';
import { findSecretsInTables } from './find-secrets-in-tables.ts';
import type { Span } from './find-value-spans.ts';
import { listSecretNames } from './secret-names.ts';

/** Scrubs a parsed record before it is stored: secrets become `[secret]`, public IP addresses `[address]`. */
export function scrubParsedPayload(observed: ParsedPayload): ParsedPayload {
  return {
    ...observed,
    failures: observed.failures.map(scrubDraft),
    changes: observed.changes.map(scrubDraft),
  };
}

type Field = keyof FailureDraft | keyof ChangeDraft;

/** Fields that are scrubbed completely. `references` are URLs of other failures, so they are scrubbed like `url`. */
const texts: readonly Field[] = ['title', 'text', 'url', 'environment', 'severity', 'urgency', 'references'];

/**
 * Names by which records are matched with each other, with catalogues and with files. Only keys of a known format are
 * removed, since broader patterns could make two names equal. Ids and SHAs are not scrubbed, because they are compared
 * with the provider's lists.
 */
const names: readonly Field[] = ['services', 'repository', 'branch', 'base', 'paths'];

function scrubDraft<T extends FailureDraft | ChangeDraft>(draft: T): T {
  return replaceTexts(replaceTexts(draft, texts, scrubTogether), names, (found) => found.map(scrubName));
}

/** Replaces texts in fields that are a text, a list of texts, or absent. */
function replaceTexts<T extends object>(
  draft: T,
  fields: readonly string[],
  replace: (texts: readonly string[]) => string[],
): T {
  const entries = Object.entries(draft).filter(([field]) => fields.includes(field)) as [string, Texts][];
  const found = [...new Set(entries.flatMap(([, value]) => value ?? []))];
  const replaced = replace(found);
  const replacements = new Map(found.map((text, index) => [text, replaced[index] ?? text]));
  const replaceOne = (text: string) => replacements.get(text) ?? text;
  const values = entries.map(([field, value]) => [
    field,
    typeof value === 'string' ? replaceOne(value) : (value?.map(replaceOne) ?? value),
  ]);
  return { ...draft, ...Object.fromEntries(values) };
}

type Texts = string | readonly string[] | null | undefined;

const separator = '\n\u0000\n';

/** Scrubs all texts together, because each secretlint call is slow; separately if a secret spans two texts. */
function scrubTogether(found: readonly string[]): string[] {
  const scrubbed = scrub(found.join(separator)).split(separator);
  return scrubbed.length === found.length ? scrubbed : found.map(scrub);
}

function scrubName(name: string): string {
  return mark(name, markAll(findKeysOfKnownFormat(name), '[secret]'));
}

/** Removes credentials from URLs. Must run before people are redacted, since `password@host` looks like an email. */
export function scrubUrlCredentials(text: string): string {
  return mark(text, markAll(findUrlCredentials(text), '[secret]'));
}

/** Maximum number of passes over a text. A further pass may find a secret that was joined to one removed before. */
const maxPasses = 5;

export function scrub(text: string): string {
  let scrubbed = text;
  for (let pass = 0; pass < maxPasses; pass += 1) {
    const before = scrubbed;
    scrubbed = scrubOnce(before);
    if (scrubbed === before) break;
  }
  return scrubbed;
}

const finders: readonly ((text: string) => Span[])[] = [
  ...[findSecrets, findKeysAndUrlSecrets, findAwsSecrets, findHexKeys, findPrivateKeys, findEncodedKeys],
  ...[findAssignedSecrets, findNamedSecrets, findSecretsInInsertStatements, findSecretsInTables],
  ...[findHttpSecrets, findUserOptionPasswords, findCommandPasswords, findProtocolPasswords],
];

const findersAtNames = [
  findSecretsBelowHeadings,
  findPunctuatedSecrets,
  findSecretsInSentences,
  findSecretsInDelimitedLists,
];

function scrubOnce(text: string): string {
  const names = listSecretNames(text);
  const secrets = [...finders.flatMap((find) => find(text)), ...findersAtNames.flatMap((find) => find(text, names))];
  return mark(text, [...markAll(secrets, '[secret]'), ...markAll(findIpAddresses(text), '[address]')]);
}

type Marked = Span & { readonly mark: string };

function markAll(spans: readonly Span[], mark: string): Marked[] {
  return spans.map((span) => ({ ...span, mark }));
}

/** Replaces ranges of a text, which may overlap, by their placeholders, such as `[secret]`. */
function mark(text: string, spans: readonly Marked[]): string {
  let kept = '';
  let end = 0;
  for (const span of merge(spans.toSorted((a, b) => a.start - b.start || b.end - a.end))) {
    kept += text.slice(end, span.start) + span.mark;
    end = span.end;
  }
  return kept + text.slice(end);
}

/** Merges overlapping ranges. The merged range has the placeholder of the first one. */
function merge(spans: readonly Marked[]): Marked[] {
  const merged: Marked[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last !== undefined && span.start < last.end) {
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    } else {
      merged.push(span);
    }
  }
  return merged;
}
