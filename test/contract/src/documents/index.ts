export { fillCommand, type PlaceholderValues } from './fill-command.ts';
export { readCodeBlock, readDocuments, readSteps } from './read-document.ts';
export { writeDocumentedFiles } from './write-documented-files.ts';
