'use strict';
// Old versions of Node must be able to run this file, so it uses only ES2017.

const needed = require('../../../package.json').engines.node.replace(/[^\d.]/g, '');

/** Compares the major and minor numbers of versions such as `20.19` and `18.20.8`. */
function isAtLeast(version, least) {
  const own = version.split('.').map(Number);
  const wanted = least.split('.').map(Number);
  return own[0] === wanted[0] ? own[1] >= wanted[1] : own[0] > wanted[0];
}

if (!isAtLeast(process.versions.node, needed)) {
  process.stderr.write(
    `Refrain needs Node.js ${needed} or newer, this is ${process.versions.node}. Install a newer one.\n`,
  );
  process.exit(1);
}
