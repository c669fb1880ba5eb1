import type { Schemas } from '../api/refrain.ts';

export type StatementName = keyof Schemas['FailureStatements'];

/** Opens the dialog in which a person corrects a statement. */
export type CorrectStatement = (name: StatementName) => void;

export interface StatementRow {
  readonly name: StatementName;
  /** Null if the statement has no quotation, or if an earlier row has the same one. */
  readonly quote: string | null;
}

interface ArrangedStatements {
  readonly rows: readonly StatementRow[];
  /** Statements that only repeat the title or the name of a service. */
  readonly repeating: readonly StatementName[];
  readonly missing: readonly StatementName[];
}

/** In the order in which a reader asks for them. */
const order: readonly StatementName[] = ['component', 'symptom', 'rootCause', 'mechanism', 'trigger', 'resolution'];

/** Arranges what a report states so that the page shows each sentence once. */
export function arrangeStatements(
  failure: Pick<Schemas['FailureResponse'], 'kind' | 'statements' | 'title' | 'services'>,
): ArrangedStatements {
  const { statements } = failure;
  const repeats = (name: StatementName) => isKnownAnyway(name, failure);
  const stated = order.filter((name) => statements[name] !== null && !repeats(name));
  const quoted = new Set<string>();
  const rows = stated.map((name) => {
    const quote = statements[name]?.quote ?? null;
    // A reader looks for the resolution first, so its sentence is quoted even if another statement has it too.
    const isShown = quote !== null && (name === 'resolution' || !quoted.has(quote));
    if (quote !== null) quoted.add(quote);
    return { name, quote: isShown ? quote : null };
  });
  return {
    rows,
    repeating: order.filter(repeats),
    missing: order.filter((name) => statements[name] === null),
  };
}

/** Returns whether a statement only repeats what the top of the page says: the title, a service, or that a deployment failed. */
function isKnownAnyway(
  name: StatementName,
  { kind, statements, title, services }: Parameters<typeof arrangeStatements>[0],
): boolean {
  const statement = statements[name];
  if (statement === null || statement.isDecided) return false;
  if (name === 'trigger') return kind === 'failed_deployment' && statements.trigger?.trigger === 'deployment';
  const quote = normalise(statement.quote ?? '');
  if (name === 'component') return [title, ...services].map(normalise).includes(quote);
  return name === 'symptom' && normalise(title).includes(quote);
}

/** Lists the sentences that the statements quote. */
export function listQuotations(statements: Schemas['FailureStatements']): readonly string[] {
  return order.filter((name) => name !== 'component').flatMap((name) => statements[name]?.quote ?? []);
}

function normalise(text: string): string {
  return text.trim().toLowerCase();
}
