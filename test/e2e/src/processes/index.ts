export type { BuiltProcess, Ready } from './built-process.ts';
export {
  endBuiltProcess,
  findFreePort,
  postSignInLink,
  signInAndCreateToken,
  startBuiltProcess,
} from './built-process.ts';
export type { Ask } from './create-requester.ts';
export { createRequester } from './create-requester.ts';
