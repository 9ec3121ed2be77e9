// Imported first: on an old Node everything after it may fail in odd ways, so say it plainly before.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `storysync needs Node 24; this is ${process.version}. After "npm ci", "npx storysync" uses the right one.\n`,
  );
  process.exit(2);
}
