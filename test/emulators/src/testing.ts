export { expectDocumented } from './testing/expect-documented.ts';
