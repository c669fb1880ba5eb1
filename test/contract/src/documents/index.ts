export { fillCommandPlaceholders, type PlaceholderValues } from './fill-command-placeholders.ts';
export { readCodeBlock, readCommandsBelowHeading, readDocuments } from './read-document.ts';
export { writeDocumentedFiles } from './write-documented-files.ts';
