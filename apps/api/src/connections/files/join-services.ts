import { ArchiveIncident, type ArchiveRow } from '@refrain/connectors';

/** Two names of services are equal without case and separators: `Checkout API` and `checkout-api`. */
function toKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_./-]+/gu, '');
}

/**
 * Spells the services of imported rows as they are already known, or as in the first row that names them. Otherwise one service
 * would appear as two.
 * @param onNote called once for each name that is replaced
 */
export async function* joinServices(
  rows: AsyncIterable<ArchiveRow>,
  known: readonly string[],
  onNote: (note: string) => void = () => {},
): AsyncGenerator<ArchiveRow> {
  const spellings = new Map(known.toReversed().map((name) => [toKey(name), name]));
  const exact = new Set(known);
  const noted = new Set<string>();
  const join = (name: string) => {
    const key = toKey(name);
    if (key === '' || exact.has(name)) return name;
    const spelling = spellings.get(key) ?? name;
    spellings.set(key, spelling);
    if (spelling !== name && !noted.has(name)) {
      noted.add(name);
      onNote(`the service "${name}" is imported as "${spelling}", because the names differ only in case or separators`);
    }
    return spelling;
  };
  for await (const row of rows) {
    if (!('record' in row)) {
      yield row;
      continue;
    }
    const incident = ArchiveIncident.parse(row.record.payload);
    const services = [...new Set(incident.services.map(join))];
    yield { ...row, record: { ...row.record, payload: { ...incident, services } } };
  }
}
