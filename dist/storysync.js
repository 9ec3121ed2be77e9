#!/usr/bin/env node
// src/cli/start/node-version.ts
if (Number(process.versions.node.split(".")[0]) < 24) {
	const next = import.meta.url.includes("/node_modules/") ? "Run: npm install -D node@24" : "In a clone \"npm ci\" brings it (macOS: install Node 24), and \"npx storysync\" uses it.";
	process.stderr.write(`storysync needs Node 24 or later; this is ${process.version}. ${next}\n`);
	process.exit(2);
}

// src/cli/start/start.ts
import("./cli.js");

export {  };