import {
  type ExistingRecords,
  formatSourceNames,
  type ImportResponse,
  type RecordCheckResponse,
} from '@refrain/domain';

/** Says what an import would do with the records: `120 of 131 records are new; 11 already exist (from …) and would be skipped.` */
export function describeComparison({ records, fresh, changed, existing }: RecordCheckResponse): string {
  return joinParts([
    `${fresh} of ${records} records ${fresh === 1 ? 'is' : 'are'} new`,
    part(
      existing.records,
      `already ${existing.records === 1 ? 'exists' : 'exist'}${from(existing)} and would be skipped`,
    ),
    part(changed, 'would be updated'),
    part(records - fresh - changed - existing.records, 'would stay unchanged'),
  ]);
}

/** Says what an import did with the records. */
export function describeImported({ connection, received, stored, changed, existing }: ImportResponse): string {
  const fresh = stored - changed;
  return joinParts([
    `${fresh} of ${received} records ${fresh === 1 ? 'is' : 'are'} new in the archive ${connection.account} (${connection.id})`,
    part(existing.records, `already existed${from(existing)} and ${existing.records === 1 ? 'was' : 'were'} skipped`),
    part(changed, `${changed === 1 ? 'was' : 'were'} updated`),
    part(received - stored - existing.records, 'stayed unchanged'),
  ]);
}

function part(records: number, what: string): string | null {
  return records === 0 ? null : `${records} ${what}`;
}

function from({ sources }: ExistingRecords): string {
  return ` (from ${formatSourceNames(sources)})`;
}

function joinParts(parts: readonly (string | null)[]): string {
  return `${parts.filter((each) => each !== null).join('; ')}.`;
}
