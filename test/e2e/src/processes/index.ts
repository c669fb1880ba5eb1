export type { BuiltProcess, Ready } from './built-process.ts';
export { endBuilt, findFreePort, signIn, signInByLink, startBuilt } from './built-process.ts';
export type { Ask } from './create-requester.ts';
export { createRequester } from './create-requester.ts';
