#!/usr/bin/env node
import './node-version.ts';
import { runCommandLine } from './program.ts';
import { processTerminal } from './terminal.ts';

const terminal = processTerminal();

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), terminal);
} catch (error) {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.err(`internal error: ${told}\nThis is a bug in storysync; please report it with these lines.\n`);
  process.exitCode = 2;
}
