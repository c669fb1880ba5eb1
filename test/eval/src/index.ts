export { type ParsedRecords, parseOrganisation } from './organisations/parse-organisation.ts';
