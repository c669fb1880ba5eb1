import { expect, test } from 'vitest';
import { defineCookie } from './cookie.ts';

test.each([
  ['http://127.0.0.1:4400', 'x_4400'],
  ['http://127.0.0.1:4401/', 'x_4401'],
  ['http://refrain.example', 'x'],
  ['https://refrain.example', '__Host-x'],
  ['https://refrain.example:8443', '__Host-x_8443'],
])(
  'at the public URL %s, the cookie is called %s, because browsers send cookies to every port of a host',
  (publicUrl, name) => {
    expect(defineCookie('x', 1).nameAt(publicUrl)).toBe(name);
  },
);
