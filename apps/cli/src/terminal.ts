import { type AppError, type ErrorCode, maxListTotal } from '@refrain/domain';

export interface Terminal {
  out(text: string): void;
  note(text: string): void;
  readonly interactive: boolean;
}

export type TableRow = Readonly<Record<string, string | number | null>>;

export function formatTable(rows: readonly TableRow[]): string {
  const headings = Object.keys(rows[0] ?? {});
  const lines = [headings, ...rows.map((row) => headings.map((heading) => toOneLine(String(row[heading] ?? '–'))))];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines
    .map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

/** Formats how much of a list is shown, as in `20 of 315 failures`. */
export function formatShownCount(items: readonly unknown[], total: number, what: string): string {
  return `${items.length} of ${total}${total < maxListTotal ? '' : ' or more'} ${what}`;
}

/**
 * Removes control characters, which could move the cursor or rewrite the screen, and format characters, which could change the
 * direction of the surrounding text. Ingested texts may contain both.
 */
export function toPrintable(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|\p{Cf}/gu, '');
}

/** Shortens a text to one line of at most `longest` characters, with an ellipsis. */
export function shortenToLine(text: string, longest = 160): string {
  const line = toOneLine(text);
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`;
}

function toOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

export function formatError(message: string): string {
  return `refrain: ${toPrintable(toOneLine(message))}\n`;
}

const cannotReach: ReadonlySet<ErrorCode> = new Set([
  'unauthenticated',
  'forbidden',
  'credential_rejected',
  'permission_missing',
  'provider_unreachable',
  'unavailable',
]);

/** Exit codes that scripts can rely on. The `--help` of every command prints them. */
export const exitCodes = {
  ok: 0,
  failed: 1,
  invalid: 2,
  unreachable: 3,
} as const;

/** Returns 2 for an error that the caller has to correct, 3 for an unreachable server or a rejected credential, otherwise 1. */
export function findExitCode(error: AppError): number {
  if (error.code === 'invalid_input' || error.code === 'too_large') return exitCodes.invalid;
  return cannotReach.has(error.code) ? exitCodes.unreachable : exitCodes.failed;
}
