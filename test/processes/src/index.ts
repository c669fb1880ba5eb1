export type { Ask } from './ask-with.ts';
export { askWith } from './ask-with.ts';
export type { BuiltProcess, Ready } from './built-process.ts';
export { endBuilt, findFreePort, signIn, signInByLink, startBuilt } from './built-process.ts';
