import { AppError, type ErrorCode } from '@refrain/domain';

/** Codes of temporary errors, such as a restart, a deadlock, a statement timeout or a full disk. */
const passingCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  '25006',
  '25P03',
  '25P04',
  '40001',
  '40P01',
  '55P03',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '57P05',
]);
const diskFull = '53100';
const passingClasses = new Set(['08', '53', '58']);

/** Messages of errors without a code: of `pg` for a lost connection, and of Node for a missing Unix socket. */
const lostConnection =
  /^connect ENOENT|connection terminated|connection error|timeout exceeded when trying to connect|^timeout expired$|client was closed/iu;

/** Converts a PostgreSQL or connection error. Keeps only code, table and constraint: messages may contain values. */
export function toStoreError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const report = reportOf(thrown);
  const context = { sqlState: report.code, table: report.table, constraint: report.constraint };
  const fail = (code: ErrorCode, message: string, cause?: unknown) =>
    new AppError(code, message, { context, ...(cause === undefined ? {} : { cause }) });

  const { code } = report;
  if (code === diskFull) {
    return fail('unavailable', `The disk of PostgreSQL is full (${code}). Free space on it and try again`);
  }
  if (isPassing(report)) {
    return fail(
      'unavailable',
      `PostgreSQL is not available (${code || 'connection lost'}). Check that it runs and try again`,
    );
  }
  if (code.startsWith('28') || code === '3D000') {
    return fail(
      'misconfigured',
      `PostgreSQL refuses the sign-in (${code}). Check user, password and database in DATABASE_URL`,
    );
  }
  if (code === '42P01' || code === '42703') {
    return fail('misconfigured', `The database does not have the tables of this version (${code}). Run the migrations`);
  }
  if (code === '23503')
    return fail('not_found', `The object that the ${report.table ?? 'row'} belongs to does not exist (any more)`);
  if (code.startsWith('23')) return fail('conflict', `The ${report.table ?? 'row'} contradicts a stored one (${code})`);
  if (code.startsWith('22') || code.startsWith('54')) {
    return fail('invalid_input', `PostgreSQL cannot store or compare a value (${code}). Check its form and size`);
  }
  if (code !== '') return fail('internal', `PostgreSQL refused a query (${code})`, new Error(report.message));
  return fail('internal', 'The query failed', thrown);
}

/** Tests whether a transaction failed only because of a concurrent one and can be repeated. */
export function isConcurrencyConflict(thrown: unknown): boolean {
  const state = thrown instanceof AppError ? thrown.context.sqlState : null;
  return state === '40001' || state === '40P01';
}

interface ServerReport {
  readonly code: string;
  readonly table: string | null;
  readonly constraint: string | null;
  readonly message: string;
}

function isPassing({ code, message }: ServerReport): boolean {
  const sqlState = /^[\dA-Z]{5}$/u.test(code);
  return passingCodes.has(code) || (sqlState && passingClasses.has(code.slice(0, 2))) || lostConnection.test(message);
}

/** For a host with several IP addresses, Node reports an `AggregateError`, whose first error contains the reason. */
function reportOf(thrown: unknown): ServerReport {
  const error = thrown instanceof AggregateError && thrown.errors.length > 0 ? thrown.errors[0] : thrown;
  const fields = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    code: text(fields.code) ?? '',
    table: text(fields.table),
    constraint: text(fields.constraint),
    message: text(fields.message) ?? '',
  };
}
