#!/usr/bin/env node
import './start/node-version.ts';
import { processHost } from './host.ts';
import { runCommandLine } from './program.ts';

const host = processHost();

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), host);
} catch (error) {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  host.terminal.err(`internal error: ${told}\nThis is a bug in storysync; please report it with these lines.\n`);
  process.exitCode = 2;
}
