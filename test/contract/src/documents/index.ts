export { type DocumentedWorld, fillCommand } from './fill-command.ts';
export { readDocuments, readExample, readSteps } from './read-document.ts';
export { writeDocumentedFiles } from './write-documented-files.ts';
