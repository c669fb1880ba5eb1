const base64 = String.raw`[\w+/.-]`;

/** Formats of password hashes, which are scrubbed because weak passwords can be recovered from them in hours. */
export const passwordHashFormats: readonly string[] = [
  String.raw`\$2[abxy]\$\d\d\$[\w./]{53}`,
  String.raw`\$(?:1|5|6|y|apr1)\$[\w./$=]{20,200}`,
  String.raw`SCRAM-SHA-256\$\d{1,9}:[\w+/]{10,60}={0,2}\$[\w+/]{20,60}={0,2}:[\w+/]{20,60}={0,2}`,
  // https://github.com/P-H-C/phc-string-format: argon2, scrypt, and passlib's PBKDF2.
  String.raw`\$(?:argon2(?:id?|d)|scrypt)(?:\$v=\d{1,3})?\$[a-z]{1,2}=[\da-z=,]{1,60}\$${base64}{8,100}={0,2}\$${base64}{16,200}={0,2}`,
  String.raw`\$pbkdf2(?:-sha\d{1,3})?\$\d{1,9}\$${base64}{8,100}\$${base64}{16,200}`,
  String.raw`(?:pbkdf2_sha(?:1|256)\$\d{1,9}|scrypt:\d{1,9}:\d{1,3}:\d{1,3}|pbkdf2:sha\d{1,3}:\d{1,9})\$[\w/+.]{4,100}\$[\w/+.]{20,200}={0,2}`,
  String.raw`\*[\dA-F]{40}(?!\*)`, // MySQL
  String.raw`[\da-fA-F]{32}:[\da-fA-F]{32}:::`, // NTLM
];
