#!/usr/bin/env node
import './start/node-version.ts';
import { runWith } from './program.ts';
import { processTerminal } from './terminal.ts';

const terminal = processTerminal();
const open = async () => (await import('./host.ts')).processHost();

try {
  process.exitCode = await runWith(process.argv.slice(2), terminal, open);
} catch (error) {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.err(`internal error: ${told}\nThis is a bug in storysync; please report it with these lines.\n`);
  process.exitCode = 2;
}
