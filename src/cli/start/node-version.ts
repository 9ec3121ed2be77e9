// Imported first, and written so that any Node can read it: on an old one everything after it may fail in odd ways.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  const next = import.meta.url.includes('/node_modules/')
    ? 'Run: npm install -D node@24'
    : 'In a clone "npm ci" brings it (macOS: install Node 24), and "npx storysync" uses it.';
  process.stderr.write(`storysync needs Node 24 or later; this is ${process.version}. ${next}\n`);
  process.exit(2);
}
